import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ChannelType } from 'discord-api-types/v10';
import { StandIn } from '../../src/playground/stand-in/stand-in.ts';
import { newChannel, newGuild, newUser } from '../../src/playground/stand-in/world.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
export const TOKEN = 'token-of-no-real-bot';

/** A Discord with one server, one reader, and a place to write for each kind of context. */
export async function startDiscord() {
  const standIn = await StandIn.start(TOKEN);
  const reader = standIn.addUser(newUser('Aysel'));
  const guild = newGuild('Readers');
  standIn.addGuild(guild);
  const [general] = guild.channels;
  if (general === undefined) throw new Error('A server has a channel.');
  const direct = standIn.directMessage(reader);
  const among = newChannel(ChannelType.GroupDM, 'Friends');
  standIn.world.channels.set(among.id, among);
  return { standIn, reader, guild, general, direct, among };
}

export type Discord = Awaited<ReturnType<typeof startDiscord>>;

/** The settings of a bot that speaks to a stand-in. */
export const settingsFor = ({ standIn, guild }: Discord) => ({
  PATH: process.env.PATH,
  DISCORD_TOKEN: TOKEN,
  DISCORD_API_URL: standIn.api,
  DEV_GUILD_ID: guild.id,
});

type Settings = Record<string, string | undefined>;

/** Runs a compiled program to its end. The stand-in cannot answer meanwhile, so only for what does not speak to it. */
export const run = (program: string, args: string[], env: Settings) =>
  spawnSync(process.execPath, [path.join(ROOT, 'dist', program), ...args], {
    cwd: path.join(ROOT, 'dist'),
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });

/** A compiled program as a process of its own, with all that it has written so far. */
export class Program {
  readonly process: ChildProcess;
  output = '';

  constructor(program: string, args: string[], env: Settings) {
    // In another folder than the project's, where no .env of a developer's is read.
    this.process = spawn(process.execPath, [path.resolve(ROOT, 'dist', program), ...args], {
      cwd: path.join(ROOT, 'dist'),
      env: { PATH: process.env.PATH, ...env },
    });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (chunk) => {
        this.output += chunk;
      });
  }

  /** Has it not ended, by itself or by a signal? */
  get runs(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Waits until something was written. Throws with all that was, if the program ends before. */
  async until(said: RegExp): Promise<void> {
    while (!said.test(this.output)) {
      if (!this.runs) throw new Error(`It ended: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Waits for the end, and gives the exit code. */
  async ended(): Promise<number | null> {
    if (this.runs) await once(this.process, 'exit');
    return this.process.exitCode;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.process.kill(signal);
    return this.ended();
  }
}

/** The bot itself, ready. */
export async function startBot(discord: Discord, env: Settings = {}): Promise<Program> {
  const bot = new Program('bot/main.js', [], { ...settingsFor(discord), ...env });
  await bot.until(/is ready/);
  return bot;
}

/** Registers the commands as whoever runs the bot does, and gives what was said. */
export async function deploy(discord: Discord, ...args: string[]): Promise<string> {
  const program = new Program('src/deploy.js', args, settingsFor(discord));
  await program.ended();
  return program.output;
}
