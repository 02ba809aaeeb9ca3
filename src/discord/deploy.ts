import { isDeepStrictEqual } from 'node:util';
import { type REST, Routes } from 'discord.js';
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
  const said: string[] = [];
  if (guildId !== undefined) {
    said.push(
      ...(await put(
        body,
        rest,
        Routes.applicationGuildCommands(application, guildId),
        `server ${guildId}`,
        dryRun,
      )),
    );
    return said;
  }
  said.push(...(await put(body, rest, Routes.applicationCommands(application), 'all servers', dryRun)));
  if (devGuildId !== undefined)
    said.push(
      ...(await put(
        [],
        rest,
        Routes.applicationGuildCommands(application, devGuildId),
        `server ${devGuildId}`,
        dryRun,
      )),
    );
  return said;
}

async function ownId(rest: REST): Promise<string> {
  const application = await rest.get(Routes.currentApplication());
  return z.object({ id: z.string() }).parse(application).id satisfies RESTGetCurrentApplicationResult['id'];
}

async function put(
  body: RESTPutAPIApplicationCommandsJSONBody,
  rest: REST,
  route: `/${string}`,
  where: string,
  dryRun: boolean,
): Promise<string[]> {
  const there = commandsSchema.parse(
    await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }),
  );
  const changes = differences(there, body);
  if (changes.length === 0) return [`In ${where} all ${body.length} commands are as they should be.`];
  if (!dryRun) await rest.put(route, { body });
  return [`${dryRun ? 'Would change' : 'Changed'} in ${where}:`, ...changes];
}

const commandsSchema = z.array(
  z.looseObject({ name: z.string(), type: z.number().default(1), guild_id: z.string().optional() }),
);

type Registered = z.infer<typeof commandsSchema>;

function differences(there: Registered, body: RESTPutAPIApplicationCommandsJSONBody): string[] {
  const keyOf = ({ name, type = 1 }: { name: string; type?: number | undefined }) => `${type} ${name}`;
  const before = new Map(
    there.map((command) => [
      keyOf(command),
      command.guild_id === undefined ? command : without(command, GLOBAL_ONLY),
    ]),
  );
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

const without = (command: object, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(command).filter(([key]) => !keys.includes(key)));

/** What Discord adds to a command of its own accord. */
const ADDED = new Set(['id', 'application_id', 'guild_id', 'version', 'default_permission', 'handler']);
/** In one server these say nothing, though Discord fills them in. */
const GLOBAL_ONLY = ['contexts', 'integration_types'];
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
