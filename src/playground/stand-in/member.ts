import type { APIUser } from 'discord-api-types/v10';

/** All that a member may do, as a number in text. */
export const EVERYTHING = String(2n ** 50n - 1n);

/** A server member as the API gives one. */
export const memberShape = (user: APIUser) => ({
  user,
  nick: null,
  avatar: null,
  roles: [],
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  deaf: false,
  mute: false,
  flags: 0,
  permissions: EVERYTHING,
});
