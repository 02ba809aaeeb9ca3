import {
  type APIUser,
  ChannelType,
  GatewayIntentBits,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { crowdedChannels, crowdedEmojis, crowdedMembers, crowdedRoles } from './crowd.ts';
import { EVERYTHING, memberShape } from './member.ts';
import type { MessageForm } from './message-form.ts';
import { newSnowflake } from './snowflake.ts';
import type { Channel, Guild, Message, World } from './world.ts';

/** What is taken from everyone in a channel where the bot may not do something. */
const TAKEN = {
  embeds: PermissionFlagsBits.EmbedLinks,
  files: PermissionFlagsBits.AttachFiles,
  messages: PermissionFlagsBits.SendMessages,
  history: PermissionFlagsBits.ReadMessageHistory,
  view: PermissionFlagsBits.ViewChannel,
};

/** A channel as the API gives it. */
export const channelShape = ({ id, type, name, guildId, denied }: Channel) => ({
  id,
  type,
  ...(type === ChannelType.DM ? {} : { name }),
  ...(guildId === undefined
    ? {}
    : { guild_id: guildId, position: 0, permission_overwrites: overwrites(guildId, denied), nsfw: false }),
});

const takenIn = (denied: Channel['denied']): bigint =>
  [...denied].reduce((sum, what) => sum | TAKEN[what], 0n);

/** What the bot, no administrator, may do in a channel, as an interaction there tells it. */
export const permissionsIn = ({ denied }: Channel): string =>
  String(BigInt(EVERYTHING) & ~PermissionFlagsBits.Administrator & ~takenIn(denied));

function overwrites(guildId: string, denied: Channel['denied']) {
  const deny = takenIn(denied);
  // The role of everyone has the id of the server.
  return deny === 0n ? [] : [{ id: guildId, type: 0, allow: '0', deny: String(deny) }];
}

/** A server as it is told of at the beginning. */
export const guildCreate = ({ id, name, locale, channels, crowd }: Guild, { bot, users }: World) => ({
  id,
  name,
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: [...users.keys()].find((user) => user !== bot.id) ?? bot.id,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  roles: [
    {
      id,
      name: '@everyone',
      color: 0,
      hoist: false,
      position: 0,
      permissions: EVERYTHING,
      managed: false,
      mentionable: false,
      flags: 0,
    },
    ...crowdedRoles(crowd),
  ],
  emojis: crowdedEmojis(crowd),
  features: ['COMMUNITY'],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  preferred_locale: locale,
  public_updates_channel_id: null,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  safety_alerts_channel_id: null,
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  large: false,
  unavailable: false,
  member_count: users.size,
  voice_states: [],
  members: [memberShape(bot), ...crowdedMembers(crowd)],
  channels: [...channels.map(channelShape), ...crowdedChannels(id, crowd)],
  threads: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  stickers: [],
});

/** A message of somebody, from the form that was sent. */
export function newMessage(form: MessageForm, channel: Channel, author: APIUser, world: World): Message {
  const content = form.content ?? '';
  const message: Message = {
    id: newSnowflake(),
    channel_id: channel.id,
    author,
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: mentionedIn(content, world),
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: MessageType.Default,
    flags: form.flags ?? 0,
  };
  writeInto(message, form);
  return message;
}

/** Puts into a message what a form brings; what it does not speak of stays. */
export function writeInto(message: Message, { content, embeds, components }: MessageForm): void {
  if (content !== undefined) message.content = content ?? '';
  if (embeds !== undefined) message.embeds = (embeds ?? []).map((embed) => ({ type: 'rich', ...embed }));
  if (components !== undefined) message.components = numbered(components ?? []);
}

/** Discord numbers the components of a message, rows first. */
function numbered(rows: Message['components']): Message['components'] {
  let id = 0;
  return rows.map((row) => ({
    ...row,
    id: ++id,
    components: row.components.map((component) => ({ ...component, id: ++id })),
  }));
}

const mentionedIn = (content: string, { users }: World): APIUser[] =>
  [...new Set([...content.matchAll(/<@!?(\d+)>/g)].map(([, id = '']) => id))].flatMap(
    (id) => users.get(id) ?? [],
  );

/** A message as the gateway tells of it: in a server without its text, unless the bot wrote it, is mentioned in it, or may read all. */
export function toldMessage(message: Message, { guildId, type }: Channel, { bot }: World, intents: number) {
  const readable =
    guildId === undefined ||
    (intents & GatewayIntentBits.MessageContent) !== 0 ||
    message.author.id === bot.id ||
    message.mentions.some(({ id }) => id === bot.id);
  const { user: _, ...member } = memberShape(message.author);
  return {
    ...message,
    channel_type: type,
    ...(guildId === undefined ? {} : { guild_id: guildId, member }),
    ...(readable ? {} : { content: '', embeds: [], attachments: [], components: [] }),
  };
}

/** What a message replies to, as the gateway sends it along; null where that was deleted. */
export function repliedTo({ message_reference }: Message, channel: Channel, world: World, intents: number) {
  if (message_reference === undefined) return {};
  const replied = channel.messages.find(({ id }) => id === message_reference.message_id);
  return {
    referenced_message: replied === undefined ? null : toldMessage(replied, channel, world, intents),
  };
}

export const isForOneAlone = ({ flags = 0 }: Message): boolean => (flags & MessageFlags.Ephemeral) !== 0;
