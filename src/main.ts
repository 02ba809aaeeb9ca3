import { type Client, Events, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';
import { commands } from '../commands/index.ts';
import { readConfig, tokenOf, VERSION } from './config.ts';
import { createClient } from './discord/client.ts';
import { InFlight } from './discord/in-flight.ts';
import { answerInteractions } from './discord/interactions.ts';
import type { Live } from './discord/live.ts';
import { logIn } from './discord/login.ts';
import { answerMessages } from './discord/messages.ts';
import { createLog } from './log.ts';
import { runProgram } from './program.ts';
import { Knowledge } from './search/judging/knowledge.ts';
import { loadPrepared } from './search/learning/store.ts';

/** Replies in flight are given so long when the bot is told to stop, in milliseconds. */
const LAST_WORDS = 4_000;

await runProgram(async () => {
  const config = readConfig();
  const token = tokenOf(config);
  const log = await createLog(config.logLevel, process.stdout.isTTY === true);
  const knowledge = new Knowledge(await loadPrepared(config.factsFolder));
  const client = createClient(config.api);
  const live: Live = {
    knowledge,
    commands,
    language: config.language,
    running: () => ({ version: VERSION, latency: client.ws.ping < 0 ? undefined : client.ws.ping }),
    log,
    inFlight: new InFlight(),
  };
  // A listener that throws would otherwise end the process.
  client.on(Events.Error, (error) => log.error({ err: error }, 'the connection to Discord had an error'));
  client.on(Events.Warn, (warning) => log.warn(warning));
  answerInteractions(client, live);
  answerMessages(client, live);
  stopOnSignal(client, live);
  const ready = await logIn(client, token, config.api);
  const invite = ready.generateInvite({
    scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
    permissions: [
      PermissionFlagsBits.ViewChannel,
      PermissionFlagsBits.SendMessages,
      PermissionFlagsBits.SendMessagesInThreads,
      PermissionFlagsBits.EmbedLinks,
      PermissionFlagsBits.ReadMessageHistory,
    ],
  });
  const servers = ready.guilds.cache.size;
  log.info(
    `${ready.user.tag} is ready in ${servers} ${servers === 1 ? 'server' : 'servers'} with ${knowledge.base.facts.length} facts and ${commands.length + 1} commands. Invite it: ${invite}`,
  );
});

/** Told to stop, the bot begins nothing new, lets replies in flight finish and leaves; told again, it leaves at once. */
function stopOnSignal(client: Client, { inFlight, log }: Live): void {
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info(`${signal}: stopping`);
    await inFlight.finish(LAST_WORDS);
    await client.destroy();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop(signal));
}
