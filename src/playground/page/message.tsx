import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Place } from '../happening.ts';
import type { Message } from '../stand-in/world.ts';
import { nameIn } from './locale.ts';
import { Markdown } from './markdown.tsx';

const EPHEMERAL = 64;

type Props = {
  message: Message;
  place: Place;
  bot: string;
  light: boolean;
  locale: string;
  use: (customId: string, values?: string[]) => void;
  open: (command: string) => void;
};

/** A message as Discord shows it, with what can be done on it. */
export function MessageShown({ message, place, bot, light, locale, use, open }: Props): JSX.Element {
  const isBot = message.author.id === bot;
  const alone = (message.flags & EPHEMERAL) !== 0;
  return (
    <article class="message" aria-label={`${message.author.username}: ${summary(message)}`}>
      <discord-message
        author={message.author.username}
        avatar={avatar(message.author.username, isBot)}
        bot={isBot}
        ephemeral={false}
        timestamp={new Date(message.timestamp)}
        edited={false}
        lightTheme={light}
      >
        <Markdown text={message.content} />
        {message.embeds.map((embed, index) => (
          <EmbedShown key={index} embed={embed} files={message.attachments} light={light} />
        ))}
      </discord-message>
      <div class="components">
        {message.components.map((row, index) => (
          <div class="row" key={index}>
            {row.components.map((component) =>
              component.type === 2 ? (
                <button
                  key={component.custom_id}
                  type="button"
                  class="component"
                  disabled={component.disabled ?? false}
                  onClick={() => use(component.custom_id ?? '')}
                >
                  {component.label}
                </button>
              ) : (
                <select
                  key={component.custom_id}
                  class="component"
                  aria-label={component.placeholder ?? 'Menu'}
                  value=""
                  onChange={({ currentTarget }) => use(component.custom_id, [currentTarget.value])}
                >
                  <option value="" disabled>
                    {component.placeholder}
                  </option>
                  {component.options.map(({ label, value, description }) => (
                    <option key={value} value={value}>
                      {description === undefined ? label : `${label} — ${description}`}
                    </option>
                  ))}
                </select>
              ),
            )}
          </div>
        ))}
        {alone && <p class="alone">Only you can see this</p>}
      </div>
      <MessageMenu place={place} locale={locale} open={open} />
    </article>
  );
}

type EmbedProps = { embed: Message['embeds'][number]; files: Message['attachments']; light: boolean };

function EmbedShown({ embed, files, light }: EmbedProps): JSX.Element {
  let inARow = 0;
  const picture = files.find(({ url }) => url === embed.image?.url);
  return (
    <discord-embed
      slot="embeds"
      lightTheme={light}
      color={embed.color === undefined ? '' : `#${embed.color.toString(16).padStart(6, '0')}`}
      authorName={embed.author?.name ?? ''}
      embedTitle={embed.title ?? ''}
    >
      {embed.description !== undefined && (
        <discord-embed-description slot="description">
          <Markdown text={embed.description} />
        </discord-embed-description>
      )}
      {(embed.fields ?? []).length > 0 && (
        <discord-embed-fields slot="fields">
          {(embed.fields ?? []).map(({ name, value, inline = false }) => {
            inARow = inline ? (inARow % 3) + 1 : 0;
            return (
              <discord-embed-field
                key={name}
                fieldTitle={name}
                inline={inline}
                {...(inline ? { inlineIndex: inARow } : {})}
                lightTheme={light}
              >
                <Markdown text={value} />
              </discord-embed-field>
            );
          })}
        </discord-embed-fields>
      )}
      {picture !== undefined && (
        // Its own image would have the same alternative text for every picture.
        <img
          slot="fields"
          class="picture"
          src={new URL(picture.url).pathname}
          alt={picture.description ?? ''}
        />
      )}
      {embed.footer !== undefined && (
        <discord-embed-footer slot="footer" lightTheme={light}>
          {embed.footer.text}
        </discord-embed-footer>
      )}
    </discord-embed>
  );
}

/** The commands in the menu of a message. */
function MessageMenu({ place, locale, open }: Pick<Props, 'place' | 'locale' | 'open'>): JSX.Element {
  const [shown, show] = useState(false);
  return (
    <div class="menu">
      <button
        type="button"
        aria-expanded={shown}
        aria-label="Apps for this message"
        onClick={() => show(!shown)}
      >
        ⋯
      </button>
      {shown &&
        place.commands
          .filter(({ type }) => type === 3)
          .map((command) => (
            <button
              key={command.id}
              type="button"
              onClick={() => {
                show(false);
                open(command.name);
              }}
            >
              {nameIn(command, locale)}
            </button>
          ))}
    </div>
  );
}

const summary = ({ content, embeds }: Message) =>
  (content !== '' ? content : (embeds[0]?.title ?? '')).slice(0, 80);

/** A picture drawn here: nothing is fetched from outside. */
const avatar = (name: string, isBot: boolean) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${isBot ? '#0a7a8c' : '#5b4bc4'}"/><text x="20" y="27" font-size="20" font-family="sans-serif" fill="#fff" text-anchor="middle">${isBot ? 'K' : name.slice(0, 1)}</text></svg>`,
  )}`;
