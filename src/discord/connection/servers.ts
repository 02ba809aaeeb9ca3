import { GatewayDispatchEvents } from 'discord.js';
import { z } from 'zod';

const guildSchema = z.looseObject({ id: z.string(), preferred_locale: z.string().optional() });
const goneSchema = z.looseObject({ id: z.string(), unavailable: z.boolean().optional() });
const readySchema = z.looseObject({ guilds: z.array(guildSchema) });

/**
 * The servers that the bot is in, with the one thing that is needed of them: their language. What discord.js would keep
 * of a server, with all its channels and roles, takes some hundred times as much memory.
 */
export class Servers {
  readonly #locales = new Map<string, string>();

  get number(): number {
    return this.#locales.size;
  }

  /** The locale of a server, such as "en-US"; undefined until Discord has told it. */
  localeOf(id: string | null | undefined): string | undefined {
    return this.#locales.get(id ?? '') || undefined;
  }

  /** Takes note of what the gateway tells of servers. `isOfShard` says which are those of the shard that tells it. */
  note(event: string | undefined, data: unknown, isOfShard: (id: string) => boolean): void {
    switch (event) {
      case GatewayDispatchEvents.Ready: {
        const { guilds } = readySchema.parse(data);
        const now = new Set(guilds.map(({ id }) => id));
        // After a session was lost the list is told anew: what is not on it was left meanwhile.
        for (const id of this.#locales.keys()) if (isOfShard(id) && !now.has(id)) this.#locales.delete(id);
        for (const id of now) if (!this.#locales.has(id)) this.#locales.set(id, '');
        return;
      }
      case GatewayDispatchEvents.GuildCreate:
      case GatewayDispatchEvents.GuildUpdate: {
        const guild = guildSchema.safeParse(data);
        if (guild.success) this.#locales.set(guild.data.id, guild.data.preferred_locale ?? '');
        return;
      }
      case GatewayDispatchEvents.GuildDelete: {
        const guild = goneSchema.safeParse(data);
        // Unavailable is not left: it comes back.
        if (guild.success && guild.data.unavailable !== true) this.#locales.delete(guild.data.id);
      }
    }
  }
}
