import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Language } from '../../facts/model.ts';
import type { Embed } from '../cards/embed.ts';
import { customIdOf } from './action.ts';
import { fitEmbeds, LIMITS, shorten } from './fit.ts';
import type { Button, Menu, Reply } from './reply.ts';

/** A message as Discord's API takes it. Every part is there, so that an edit leaves nothing of what was before. */
export type MessageBody = {
  content: string;
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  /** Files that come along, by their number. */
  attachments: { id: string; description: string }[];
  allowed_mentions: { parse: []; replied_user: false };
};

/** A reply as the body of a message, within Discord's limits. It mentions nobody. */
export function messageBody(reply: Reply, language: Language): MessageBody {
  return {
    content: shorten(reply.text ?? '', LIMITS.content),
    embeds: fitEmbeds(reply.embeds, language).map(apiEmbed),
    components: reply.rows
      .flatMap((row) => (Array.isArray(row) ? buttonRow(row) : menuRow(row)))
      .slice(0, LIMITS.rows),
    attachments: [],
    allowed_mentions: { parse: [], replied_user: false },
  };
}

/** A reply as text alone, for where embeds are not allowed. */
export function messageText(reply: Reply, language: Language): MessageBody {
  const said = fitEmbeds(reply.embeds, language).map(({ title, description, fields }) =>
    [
      `**${title}**`,
      description,
      // An address in angle brackets opens no preview.
      ...fields.map(({ name, value }) => `**${name}** ${value.replace(/\]\(([^)]*)\)/g, '](<$1>)')}`),
    ]
      .filter((text) => text !== '')
      .join('\n'),
  );
  const text = [...(reply.text === undefined ? [] : [reply.text]), ...said].join('\n\n');
  return messageBody({ text, embeds: [], rows: reply.rows }, language);
}

function apiEmbed({ author, title, description, fields, footer, colour }: Embed): APIEmbed {
  return {
    ...(author === '' ? {} : { author: { name: author } }),
    title,
    ...(description === '' ? {} : { description }),
    fields: fields.map(({ name, value, sideBySide }) => ({ name, value, inline: sideBySide ?? false })),
    ...(footer === '' ? {} : { footer: { text: footer } }),
    ...(colour === undefined ? {} : { color: Number.parseInt(colour.slice(1), 16) }),
  };
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A button whose customId would be too long is left out: ids of other collections may be of any length. */
function buttonRow(buttons: readonly Button[]): Row[] {
  const components = buttons
    .map(({ label, action, disabled }) => ({
      type: ComponentType.Button as const,
      style: ButtonStyle.Secondary as const,
      label: shorten(label, LIMITS.buttonLabel),
      custom_id: customIdOf(action),
      ...(disabled ? { disabled } : {}),
    }))
    .filter(({ custom_id }) => custom_id.length <= LIMITS.customId)
    .slice(0, LIMITS.buttonsInRow);
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

function menuRow({ placeholder, action, entries }: Menu): Row[] {
  const options = entries
    .filter(({ value }) => value.length <= LIMITS.menuText)
    .slice(0, LIMITS.menuEntries)
    .map(({ label, value, description }) => ({
      label: shorten(label, LIMITS.menuText),
      value,
      ...(description === undefined ? {} : { description: shorten(description, LIMITS.menuText) }),
    }));
  const custom_id = customIdOf(action);
  if (options.length === 0 || custom_id.length > LIMITS.customId) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id,
          placeholder: shorten(placeholder, LIMITS.placeholder),
          options,
        },
      ],
    },
  ];
}
