import '@skyra/discord-components-core/discord-embed.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import '@skyra/discord-components-core/discord-messages.js';
import { css } from 'lit';
import { render } from 'preact';
import { App } from './app.tsx';

// Discord's own grey is too faint to read; the colours of the page are for its theme.
DiscordMessage.elementStyles.push(
  css`
    .discord-message-timestamp,
    :host([light-theme]) .discord-message-timestamp {
      color: var(--quiet);
    }
  `,
);

const page = document.getElementById('page');
if (page !== null) render(<App />, page);
