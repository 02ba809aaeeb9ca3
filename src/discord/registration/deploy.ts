import { isDeepStrictEqual } from 'node:util';
import { DiscordAPIError, type REST, Routes } from 'discord.js';
import type {
  RESTGetCurrentApplicationResult,
  RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { z } from 'zod';

/** Where commands are put, and whether that is only tried. */
export type Deployment = {
  /** A server's id, or everywhere. */
  guildId: string | undefined;
  /** The server in which they were tried out, cleared when they go everywhere: there each would show twice. */
  devGuildId: string | undefined;
  clientId: string | undefined;
  dryRun: boolean;
};

/** Makes what is registered equal to a body and gives lines on what was different. Does nothing if nothing is. */
export async function deploy(
  body: RESTPutAPIApplicationCommandsJSONBody,
  rest: REST,
  { guildId, devGuildId, clientId, dryRun }: Deployment,
): Promise<string[]> {
  const application = clientId ?? (await ownId(rest));
  const everywhere: Scope = {
    route: Routes.applicationCommands(application),
    name: 'all servers',
    guild: false,
  };
  const within = (id: string): Scope => ({
    route: Routes.applicationGuildCommands(application, id),
    name: `server ${id}`,
    guild: true,
  });
  if (guildId !== undefined) {
    const said = await put(body, rest, within(guildId), dryRun);
    const twice = (await registered(rest, everywhere)).length;
    return twice === 0
      ? said
      : [...said, `${twice} commands are registered for all servers too: here each shows twice.`];
  }
  const said = await put(body, rest, everywhere, dryRun);
  if (devGuildId === undefined) return said;
  try {
    return [...said, ...(await put([], rest, within(devGuildId), dryRun))];
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    const remedy = 'If the bot has left it, take DEV_GUILD_ID out of .env.';
    return [
      ...said,
      `The copies in server ${devGuildId} could not be looked at (${error.message}). ${remedy}`,
    ];
  }
}

/** Where commands are registered: everywhere, or in one server. */
type Scope = { route: `/${string}`; name: string; guild: boolean };

async function ownId(rest: REST): Promise<string> {
  const application = await rest.get(Routes.currentApplication());
  return z.object({ id: z.string() }).parse(application).id satisfies RESTGetCurrentApplicationResult['id'];
}

async function put(
  body: RESTPutAPIApplicationCommandsJSONBody,
  rest: REST,
  scope: Scope,
  dryRun: boolean,
): Promise<string[]> {
  const changes = differences(await registered(rest, scope), body);
  if (changes.length === 0) return [`In ${scope.name} all ${body.length} commands are as they should be.`];
  if (!dryRun) await rest.put(scope.route, { body });
  return [`${dryRun ? 'Would change' : 'Changed'} in ${scope.name}:`, ...changes];
}

/** What is registered; in one server without what says nothing there, though Discord fills it in. */
async function registered(rest: REST, { route, guild }: Scope): Promise<Registered> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const commands = commandsSchema.safeParse(await rest.get(route, { query }));
  if (!commands.success) throw new Error(`what answered at ${route} is not Discord`);
  return guild
    ? commands.data.map(({ contexts: _, integration_types: __, ...command }) => command)
    : commands.data;
}

const commandsSchema = z.array(z.looseObject({ name: z.string(), type: z.number().default(1) }));

type Registered = z.infer<typeof commandsSchema>;

function differences(there: Registered, body: RESTPutAPIApplicationCommandsJSONBody): string[] {
  const keyOf = ({ name, type = 1 }: { name: string; type?: number | undefined }) => `${type} ${name}`;
  const before = new Map(there.map((command) => [keyOf(command), command]));
  const wanted = new Set(body.map(keyOf));
  return [
    ...body.flatMap((command) => {
      const old = before.get(keyOf(command));
      if (old === undefined) return [`  + ${command.name}`];
      return isDeepStrictEqual(comparable(old), comparable(command)) ? [] : [`  ~ ${command.name}`];
    }),
    ...there.filter((command) => !wanted.has(keyOf(command))).map(({ name }) => `  - ${name}`),
  ];
}

/** What Discord adds to a command of its own accord. */
const ADDED = new Set(['id', 'application_id', 'guild_id', 'version', 'default_permission', 'handler']);
/** What Discord fills in where nothing was said, by key. */
const FILLED_IN: Readonly<Record<string, unknown>> = {
  type: 1,
  description: '',
  default_member_permissions: null,
  dm_permission: true,
  nsfw: false,
  required: false,
  autocomplete: false,
};

/** A command or a part of it without what says nothing, so that what is registered compares with what is wanted. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'number') ? value.toSorted() : value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const told = Object.entries(value).filter(
    ([key, one]) =>
      !ADDED.has(key) &&
      one !== undefined &&
      one !== null &&
      FILLED_IN[key] !== one &&
      !(Array.isArray(one) && one.length === 0) &&
      !(typeof one === 'object' && Object.keys(one).length === 0),
  );
  return Object.fromEntries(told.map(([key, one]) => [key, comparable(one)]).toSorted());
}
