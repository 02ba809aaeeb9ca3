import {
  type APIUser,
  type ApplicationCommandType,
  ChannelType,
  type MessageType,
} from 'discord-api-types/v10';
import type { CommandForm } from './command-form.ts';
import type { Crowd } from './crowd.ts';
import type { MessageForm } from './message-form.ts';
import { newSnowflake } from './snowflake.ts';

/** A message, with as much of it as a bot and a page need. */
export type Message = {
  id: string;
  channel_id: string;
  author: APIUser;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  tts: boolean;
  mention_everyone: boolean;
  mentions: APIUser[];
  mention_roles: string[];
  attachments: Attachment[];
  embeds: ({ type: 'rich' } & NonNullable<MessageForm['embeds']>[number])[];
  components: NonNullable<MessageForm['components']>;
  pinned: boolean;
  type: MessageType;
  flags: number;
  nonce?: string | number;
  webhook_id?: string;
  message_reference?: { message_id: string; channel_id: string };
};

/** A command as Discord gives it back. */
export type Registered = CommandForm & {
  id: string;
  application_id: string;
  version: string;
  guild_id?: string;
};

/** A file in a message; its bytes are served by the stand-in itself. */
export type Attachment = {
  id: string;
  filename: string;
  description?: string | undefined;
  size: number;
  content_type: string;
  url: string;
};

/** A place to write in: a server's channel, or a direct message with the bot or among people. */
export type Channel = {
  id: string;
  type: ChannelType.GuildText | ChannelType.PublicThread | ChannelType.DM | ChannelType.GroupDM;
  name: string;
  guildId?: string;
  /** What the bot may not do here. */
  denied: Set<'embeds' | 'files' | 'messages' | 'history' | 'view'>;
  messages: Message[];
};

export type Guild = {
  id: string;
  name: string;
  locale: string;
  channels: Channel[];
  available: boolean;
  /** How much there is in it beside what matters here: Discord tells the bot of all of it. */
  crowd?: Crowd;
};

/** Where commands are registered: everywhere, or a server's id. */
type Scope = 'global' | (string & {});

/** Everything that this Discord knows. */
export type World = {
  token: string;
  bot: APIUser;
  /** How many shards are recommended, and how many may identify at once. */
  shards: number;
  concurrency: number;
  /** Intents beyond the common ones that the application may ask for. */
  privilegedIntents: number;
  users: Map<string, APIUser>;
  guilds: Map<string, Guild>;
  channels: Map<string, Channel>;
  commands: Map<Scope, Registered[]>;
};

export const newUser = (name: string, bot = false): APIUser => ({
  id: newSnowflake(),
  username: name,
  discriminator: '0',
  global_name: bot ? null : name,
  avatar: null,
  bot,
});

export function newChannel(type: Channel['type'], name: string, guildId?: string): Channel {
  return {
    id: newSnowflake(),
    type,
    name,
    ...(guildId === undefined ? {} : { guildId }),
    denied: new Set(),
    messages: [],
  };
}

/** A server with a channel "general". */
export function newGuild(name: string, locale = 'en-US'): Guild {
  const id = newSnowflake();
  return { id, name, locale, available: true, channels: [newChannel(ChannelType.GuildText, 'general', id)] };
}

/** A Discord with the bot's own account and nobody else yet. Its token is one that no real bot has. */
export function newWorld(token: string): World {
  const bot = newUser('Kitabkhana', true);
  return {
    token,
    bot,
    shards: 1,
    concurrency: 1,
    privilegedIntents: 0,
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    commands: new Map(),
  };
}

/** The command of a name that can be used in a channel: a server's own before one that is everywhere. */
export function commandIn(
  { commands }: World,
  channel: Channel,
  name: string,
  type: ApplicationCommandType,
): Registered | undefined {
  return commandsIn(commands, channel).find((command) => command.name === name && command.type === type);
}

/** The commands that can be used in a channel. */
export function commandsIn(commands: World['commands'], { guildId, type }: Channel): Registered[] {
  const context = guildId !== undefined ? 0 : type === ChannelType.DM ? 1 : 2;
  const everywhere = (commands.get('global') ?? []).filter(
    ({ contexts }) => contexts === undefined || contexts === null || contexts.some((one) => one === context),
  );
  return [...(guildId === undefined ? [] : (commands.get(guildId) ?? [])), ...everywhere];
}
