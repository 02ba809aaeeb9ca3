// First: what is loaded after it is measured by it.
import './heap.ts';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { type Client, Events, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';
import type { Logger } from 'pino';
import { commands } from '../commands/index.ts';
import { readConfig } from './config/config.ts';
import { tokenOf } from './config/token.ts';
import { createClient } from './discord/connection/client.ts';
import { watchLiveness } from './discord/connection/liveness.ts';
import { logIn, remedyForClose } from './discord/connection/login.ts';
import { preparePackets } from './discord/connection/packets.ts';
import { Servers } from './discord/connection/servers.ts';
import { Curators } from './discord/curators.ts';
import { Daily } from './discord/daily/daily.ts';
import { InFlight } from './discord/in-flight.ts';
import { answerInteractions } from './discord/interactions/interactions.ts';
import type { Live } from './discord/live.ts';
import { answerMessages } from './discord/messages/messages.ts';
import { type Figures, noFigures } from './health/figures.ts';
import { type Page, type Place, serveHealth } from './health/server.ts';
import { createLog } from './log.ts';
import { runProgram } from './program.ts';
import { Seal } from './quiz/seal.ts';
import { decide } from './search/decide.ts';
import { LiveKnowledge, type Reloaded } from './search/live-knowledge.ts';
import { VERSION } from './version.ts';

/** Replies in flight are given so long when the bot is told to stop, in milliseconds. */
const LAST_WORDS = 4_000;
/** The gateway is given so long to close, in milliseconds. */
const FAREWELL = 500;

await runProgram(async () => {
  const config = readConfig();
  const token = tokenOf(config);
  const log = await createLog(config.logLevel, process.stdout.isTTY === true);
  const client = createClient(config.api, config.shards);
  const inFlight = new InFlight();
  // From the first moment on: reading the facts may take seconds.
  const stopping = stopOnSignal(client, inFlight, log);
  let reload = () => {};
  process.on('SIGHUP', () => reload());
  const facts = await LiveKnowledge.load(config.factsFolder);
  const servers = new Servers();
  const live: Live = {
    get knowledge() {
      return facts.current;
    },
    commands,
    language: config.language,
    running: () => ({ version: VERSION, latency: client.ws.ping < 0 ? undefined : client.ws.ping }),
    seal: new Seal(token),
    log,
    inFlight,
    servers,
    figures: noFigures,
    curators:
      config.feedbackChannelId === undefined
        ? undefined
        : new Curators(config.feedbackChannelId, path.basename(config.factsFolder), log),
  };
  if (config.health !== undefined) live.figures = await tellHealth(config.health, client, live, facts);
  // A listener that throws would otherwise end the process.
  client.on(Events.Error, (error) => log.error({ err: error }, 'the connection to Discord had an error'));
  client.on(Events.Warn, (warning) => log.warn(warning));
  preparePackets(client, servers);
  answerInteractions(client, live);
  answerMessages(client, live);
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (stopping.begun) return;
    log.error(remedyForClose(code));
    process.exit(1);
  });
  const reloaded = (came: Reloaded) =>
    came.kind === 'broken'
      ? log.error(`The facts were changed and are broken; I go on with the last good ones.\n${came.problems}`)
      : log.info(`The facts were changed: ${came.facts} facts, ${came.kind}.`);
  reload = () => void facts.reload(reloaded);
  if (config.watchFacts) facts.watch(reloaded);
  const ready = await logIn(client, token, config.api);
  const invite = ready.generateInvite({
    scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
    permissions: [
      PermissionFlagsBits.ViewChannel,
      PermissionFlagsBits.SendMessages,
      PermissionFlagsBits.SendMessagesInThreads,
      PermissionFlagsBits.EmbedLinks,
      PermissionFlagsBits.AttachFiles,
      PermissionFlagsBits.ReadMessageHistory,
    ],
  });
  // The first question finds everything made that questions need.
  setImmediate(() => decide('?', live.knowledge));
  const { number } = servers;
  log.info(
    `${ready.user.tag} is ready in ${number} ${number === 1 ? 'server' : 'servers'}${shardsTold(ready)} with ${live.knowledge.base.facts.length} facts and ${commands.length + 1} commands. Invite it: ${invite}`,
  );
  if (config.daily !== undefined) new Daily(config.daily, ready, live).start();
});

/** Which shards these are, where there are several. */
function shardsTold({ options: { shards, shardCount = 1 } }: Client<true>): string {
  return shardCount > 1 && Array.isArray(shards) ? ` (shards ${shards.join(', ')} of ${shardCount})` : '';
}

/** Serves health and figures, and gives what counts them. */
async function tellHealth(
  place: Place,
  client: Client,
  { servers, inFlight, log }: Live,
  facts: LiveKnowledge,
): Promise<Figures> {
  // Where nobody asks how the bot is, these need not be loaded.
  const { countingFigures } = await import('./health/metrics.ts');
  const { isAlive, isReady } = watchLiveness(client, Date.now());
  const { figures, text, contentType } = countingFigures({
    version: VERSION,
    facts: () => ({ number: facts.current.base.facts.length, version: facts.version }),
    servers: () => servers.number,
    latency: () =>
      [...client.ws.shards.values()].flatMap(({ id, ping }) =>
        ping < 0 ? [] : [{ shard: id, seconds: ping / 1000 }],
      ),
  });
  client.on(Events.ShardReconnecting, () => figures.reconnected());
  const plain = (ok: boolean, said: string): Page => ({ ok, type: 'text/plain', text: `${said}\n` });
  const address = await serveHealth(place, {
    '/healthz': () => (isAlive(Date.now()) ? plain(true, 'alive') : plain(false, 'no heartbeat')),
    '/readyz': () => (isReady() && !inFlight.stopped ? plain(true, 'ready') : plain(false, 'not ready')),
    '/metrics': async () => ({ ok: true, type: contentType, text: await text() }),
  });
  log.info(`health and figures: ${address}/healthz, /readyz, /metrics`);
  return figures;
}

/** Told to stop, the bot begins nothing new, lets replies in flight finish and leaves; told again, it leaves at once. */
function stopOnSignal(client: Client, inFlight: InFlight, log: Logger): { begun: boolean } {
  const stopping = { begun: false };
  const stop = async (signal: string) => {
    if (stopping.begun) process.exit(1);
    stopping.begun = true;
    log.info(`${signal}: stopping`);
    await inFlight.finish(LAST_WORDS);
    // A connection that hangs must not keep the bot from leaving.
    await Promise.race([client.destroy(), after(FAREWELL)]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop(signal));
  return stopping;
}
