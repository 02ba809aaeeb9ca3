import '@skyra/discord-components-core/discord-embed.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import '@skyra/discord-components-core/discord-messages.js';
import flags from 'country-flag-emoji-polyfill/dist/TwemojiCountryFlags.woff2?url';
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

// Not every system has flags: these come along, under the name of a font that Discord's stack asks for and nobody has.
const font = new FontFace('Whitney', `url(${flags})`, { unicodeRange: 'U+1F1E6-1F1FF' });
document.fonts.add(font);
void font.load();

const page = document.getElementById('page');
if (page !== null) render(<App />, page);
