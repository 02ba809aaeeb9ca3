// The least that discord.js can do: a client that answers /ping with a fixed word. What the bot is measured by.
import { Client, GatewayIntentBits } from 'discord.js';

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  rest: { api: process.env.DISCORD_API_URL },
});
client.on('interactionCreate', (interaction) => interaction.reply('pong'));
client.once('clientReady', () => console.log('the bare client is ready'));
await client.login(process.env.DISCORD_TOKEN);
