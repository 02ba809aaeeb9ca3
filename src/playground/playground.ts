import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readConfig } from '../config.ts';
import { runProgram } from '../program.ts';
import { LiveKnowledge } from '../search/live-knowledge.ts';
import { pageRoutes } from './page-routes.ts';
import { Stage } from './stage.ts';
import { StandIn } from './stand-in/stand-in.ts';
import { newGuild, newUser } from './stand-in/world.ts';
import { startProgram } from './start-program.ts';

/** If the port is taken, so many after it are tried. */
const PORTS_TRIED = 20;

await runProgram(async () => {
  const config = readConfig();
  // A token that no real bot has: what is tried here never reaches Discord.
  const token = randomBytes(24).toString('hex');
  let stage: Stage | undefined;
  const standIn = await startNear(config.port, token, () => {
    if (stage === undefined) throw new Error('The stage is not set yet.');
    return stage;
  });
  const knowledge = await LiveKnowledge.load(config.factsFolder);
  const reader = standIn.addUser(newUser('You'));
  standIn.addGuild(newGuild('Readers’ club'));
  standIn.directMessage(reader);
  const set = new Stage(standIn, reader, knowledge);
  stage = set;
  knowledge.watch((came) => set.reloaded(came));
  // The first question finds everything made that questions need.
  set.why('?');
  const environment = {
    ...process.env,
    DISCORD_TOKEN: token,
    DISCORD_API_URL: standIn.api,
    DISCORD_CLIENT_ID: '',
    DEV_GUILD_ID: '',
    WATCH_FACTS: 'yes',
  };
  const quietly = { ...environment, LOG_LEVEL: 'error' };
  const deploy = startProgram('src/deploy.js', ['--global'], quietly, ['ignore', 'ignore', 'inherit']);
  const bot = startProgram('bot/main.js', [], { ...environment, LOG_LEVEL: 'warn' }, [
    'ignore',
    'inherit',
    'inherit',
  ]);
  leaveTogether(bot, standIn);
  await once(deploy, 'exit');
  console.log(`The playground is at http://127.0.0.1:${standIn.port}  (Ctrl-C ends it)`);
});

/** The stand-in on a port, or on the next one that is free. */
async function startNear(port: number, token: string, stage: () => Stage): Promise<StandIn> {
  for (let tried = 0; ; tried++)
    try {
      return await StandIn.start(token, port === 0 ? 0 : port + tried, (app) => pageRoutes(app, stage));
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || tried === PORTS_TRIED) throw error;
    }
}

/** Whichever ends first takes the others along. */
function leaveTogether(bot: ChildProcess, standIn: StandIn): void {
  const leave = () => {
    bot.kill('SIGKILL');
    void standIn.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, leave);
  bot.once('exit', (code) => {
    if (code !== null) process.exitCode = code;
    leave();
  });
}
