import { parseArgs } from 'node:util';
import { DiscordAPIError, REST } from 'discord.js';
import { commands } from '../commands/index.ts';
import { readConfig } from './config/config.ts';
import { tokenOf } from './config/token.ts';
import { deploy } from './discord/registration/deploy.ts';
import { registrationBody } from './discord/registration/registration.ts';
import { loadFactBase } from './facts/load.ts';
import { runProgram } from './program.ts';

const HELP = `Registers the commands with Discord; does nothing if they are as they should be.

  npm run deploy                 in the server DEV_GUILD_ID, where a change shows at once
  npm run deploy -- --global     everywhere, and takes them from DEV_GUILD_ID, where each would show twice
  npm run deploy -- --dry-run    only says what is different`;

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      guild: { type: 'boolean', default: false },
      global: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const config = readConfig();
  const token = tokenOf(config);
  if (values.guild && values.global) throw new Error('Choose one: --guild or --global.');
  if (!values.global && config.devGuildId === undefined)
    throw new Error('Set DEV_GUILD_ID in .env to the id of your server, or say --global for everywhere.');
  const guildId = values.global ? undefined : config.devGuildId;
  const body = registrationBody(
    commands,
    loadFactBase(config.factsFolder),
    guildId === undefined ? 'global' : 'guild',
  );
  const rest = new REST({ api: config.api }).setToken(token);
  try {
    const said = await deploy(body, rest, {
      guildId,
      devGuildId: config.devGuildId,
      clientId: config.clientId,
      dryRun: values['dry-run'],
    });
    console.log(said.join('\n'));
  } catch (error) {
    throw new Error(remedyFor(error, config.api), { cause: error });
  }
});

function remedyFor(error: unknown, api: string): string {
  if (!(error instanceof DiscordAPIError)) {
    const reason = error instanceof Error ? error.message : String(error);
    return `Discord cannot be reached at ${api} (${reason}): check the network, or DISCORD_API_URL in .env.`;
  }
  if (error.status === 401)
    return 'Discord does not take this DISCORD_TOKEN: reset it on the "Bot" page of the developer portal and put the new one into .env.';
  if (error.status === 403)
    return 'The bot may not register commands in that server: invite it there with the scope applications.commands (README.md), or correct DEV_GUILD_ID.';
  return `Discord refuses the commands: ${error.message}`;
}
