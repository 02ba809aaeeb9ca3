import { ChannelType } from 'discord-api-types/v10';
import { memberShape } from './member.ts';
import { newSnowflake } from './snowflake.ts';

/** How many of each there are in a server, beside what its people use here. */
export type Crowd = { channels: number; roles: number; emojis: number; members: number };

/** As many as there are, each made by its number. */
const many = <One>(count: number | undefined, make: (number: number) => One): One[] =>
  Array.from({ length: count ?? 0 }, (_, number) => make(number));

/** Channels nobody writes in. */
export const crowdedChannels = (guildId: string, crowd: Crowd | undefined) =>
  many(crowd?.channels, (number) => ({
    id: newSnowflake(),
    type: ChannelType.GuildText,
    name: `channel-${number}`,
    topic: `What is talked of in channel ${number}`,
    guild_id: guildId,
    position: number,
    parent_id: null,
    last_message_id: newSnowflake(),
    rate_limit_per_user: 0,
    permission_overwrites: [
      { id: guildId, type: 0, allow: '0', deny: '1024' },
      { id: newSnowflake(), type: 0, allow: '1024', deny: '0' },
    ],
    nsfw: false,
    flags: 0,
  }));

/** Roles nobody has. */
export const crowdedRoles = (crowd: Crowd | undefined) =>
  many(crowd?.roles, (number) => ({
    id: newSnowflake(),
    name: `role ${number}`,
    color: number,
    hoist: false,
    position: number + 1,
    permissions: '1024',
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  }));

/** Emojis nobody writes. */
export const crowdedEmojis = (crowd: Crowd | undefined) =>
  many(crowd?.emojis, (number) => ({
    id: newSnowflake(),
    name: `emoji_${number}`,
    roles: [],
    require_colons: true,
    managed: false,
    animated: false,
    available: true,
  }));

/** Members who are silent. */
export const crowdedMembers = (crowd: Crowd | undefined) =>
  many(crowd?.members, (number) =>
    memberShape({
      id: newSnowflake(),
      username: `member${number}`,
      discriminator: '0',
      global_name: `Member ${number}`,
      avatar: null,
    }),
  );
