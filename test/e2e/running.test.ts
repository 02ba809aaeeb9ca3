import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useCommand } from '../../src/playground/stand-in/people.ts';
import { type Discord, deploy, Program, run, settingsFor, startBot, startDiscord, TOKEN } from './discord.ts';

let discord: Discord;
beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(() => discord.standIn.stop());

/** Runs the bot to its end with some settings changed. */
async function ended(env: Record<string, string>) {
  const bot = new Program('bot/main.js', [], { ...settingsFor(discord), ...env });
  return { code: await bot.ended(), output: bot.output };
}

describe('npm start', () => {
  test('ready: one line with name, servers, facts, commands and the invite link', async () => {
    const bot = await startBot(discord);
    expect(bot.output.trim().split('\n')).toHaveLength(1);
    expect(bot.output).toMatch(/Kitabkhana is ready in 1 server with 228 facts and 15 commands/);
    expect(bot.output).toMatch(/client_id=\d+&scope=bot\+applications\.commands&permissions=\d+/);
    expect(await bot.stop('SIGTERM')).toBe(0);
  });

  test('without a token: one line that says what to set', async () => {
    const { code, output } = await ended({ DISCORD_TOKEN: '' });
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toMatch(/Set DISCORD_TOKEN[\s\S]*npm run ask/);
  });

  test('a wrong token: one line, and not the token', async () => {
    const { code, output } = await ended({ DISCORD_TOKEN: 'wrong.token.altogether' });
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toMatch(/does not take this DISCORD_TOKEN: reset it/);
    expect(output).not.toContain('wrong.token');
  });

  test('a token that the gateway refuses', async () => {
    discord.standIn.gateway.refuses = 4004;
    const { code, output } = await ended({});
    expect(code).toBe(1);
    expect(output).toMatch(/does not take this DISCORD_TOKEN/);
  });

  test('intents that the gateway refuses', async () => {
    discord.standIn.gateway.refuses = 4014;
    const { code, output } = await ended({});
    expect(code).toBe(1);
    expect(output).toMatch(/refuses the intents/);
  });

  test('a connection that Discord ends for good: the remedy, and exit code 1', async () => {
    const bot = await startBot(discord);
    discord.standIn.gateway.close(4004);
    expect(await bot.ended()).toBe(1);
    expect(bot.output).toMatch(/does not take this DISCORD_TOKEN/);
  });

  test('no network: one line with the reason', async () => {
    const { code, output } = await ended({ DISCORD_API_URL: 'http://127.0.0.1:9/api' });
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toMatch(
      /cannot be reached at http:\/\/127\.0\.0\.1:9\/api \(ECONNREFUSED\): check the network/,
    );
  });

  test('all that is wrong in the environment is said at once', async () => {
    const { code, output } = await ended({
      DEFAULT_LANGUAGE: 'latin',
      DEV_GUILD_ID: 'here',
      LOG_LEVEL: 'loud',
    });
    expect(code).toBe(1);
    for (const name of ['DEFAULT_LANGUAGE', 'DEV_GUILD_ID', 'LOG_LEVEL']) expect(output).toContain(name);
  });

  test('replies in flight are finished when it is stopped', async () => {
    await deploy(discord, '--global');
    const bot = await startBot(discord);
    discord.standIn.faults.push(async ({ path }) => {
      if (path.startsWith('/interactions')) await new Promise((resolve) => setTimeout(resolve, 300));
      return undefined;
    });
    const acting = { user: discord.reader, channel: discord.general };
    const reply = useCommand(acting, 'ask', { question: 'ifla' }, discord.standIn);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await bot.stop('SIGINT')).toBe(0);
    expect((await reply).kind).toBe('message');
  });
});

describe('npm run deploy', () => {
  test('to the dev guild, then nothing to do', async () => {
    expect(await deploy(discord)).toMatch(/Changed in server \d+:\n {2}\+ ask[\s\S]*\+ Look up in the facts/);
    expect(discord.standIn.world.commands.get(discord.guild.id)).toHaveLength(15);
    expect(await deploy(discord)).toMatch(/all 15 commands are as they should be/);
  });

  test('--global clears the copies in the dev guild', async () => {
    await deploy(discord, '--guild');
    const said = await deploy(discord, '--global');
    expect(said).toMatch(/Changed in all servers:\n {2}\+ ask/);
    expect(said).toMatch(/Changed in server \d+:\n {2}- ask/);
    expect(discord.standIn.world.commands.get(discord.guild.id)).toEqual([]);
    expect(await deploy(discord, '--global')).toMatch(/In all servers all 15 commands are as they should be/);
  });

  test('--dry-run says the difference and changes nothing', async () => {
    expect(await deploy(discord, '--dry-run')).toMatch(/Would change in server/);
    expect(discord.standIn.world.commands.get(discord.guild.id)).toBeUndefined();
  });

  test('in a server after everywhere: each would show twice, and that is said', async () => {
    await deploy(discord, '--global');
    expect(await deploy(discord)).toMatch(
      /15 commands are registered for all servers too: here each shows twice/,
    );
  });

  test('--global with a server that the bot has left still does its work', async () => {
    const program = new Program('src/deploy.js', ['--global'], {
      ...settingsFor(discord),
      DEV_GUILD_ID: '123456789012345678',
    });
    expect(await program.ended()).toBe(0);
    expect(program.output).toMatch(/\+ ask[\s\S]*could not be looked at[\s\S]*take DEV_GUILD_ID out/);
  });

  test('a command that was changed by hand is put right', async () => {
    await deploy(discord);
    const [first] = discord.standIn.world.commands.get(discord.guild.id) ?? [];
    if (first?.type !== 1) throw new Error('Nothing was registered.');
    first.description = 'Something else';
    expect(await deploy(discord)).toMatch(/Changed in server \d+:\n {2}~ ask\n$/);
  });

  test('what is wrong is told with its remedy', async () => {
    const told = async (args: string[], env: Record<string, string>) => {
      const program = new Program('src/deploy.js', args, { ...settingsFor(discord), ...env });
      expect(await program.ended()).toBe(1);
      return program.output;
    };
    expect(await told([], { DEV_GUILD_ID: '' })).toMatch(/Set DEV_GUILD_ID[\s\S]*--global/);
    expect(await told([], { DEV_GUILD_ID: '123456789012345678' })).toMatch(
      /may not register[\s\S]*invite it/,
    );
    expect(await told([], { DISCORD_TOKEN: 'wrong' })).toMatch(/does not take this DISCORD_TOKEN/);
    expect(await told([], { DISCORD_API_URL: 'http://127.0.0.1:9/api' })).toMatch(/cannot be reached/);
    expect(await told(['--guild', '--global'], {})).toMatch(/Choose one/);
    expect(await told([], { DISCORD_TOKEN: '' })).toMatch(/Set DISCORD_TOKEN/);
    expect(run('src/deploy.js', ['--help'], { DISCORD_TOKEN: TOKEN }).stdout).toMatch(/--dry-run/);
  });
});
