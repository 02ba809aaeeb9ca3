// The least that discord.js can do: a client that answers /ping with a fixed word, or with the message in REPLY. What the bot
// is measured by.
import { Client, GatewayIntentBits } from 'discord.js';

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  rest: { api: process.env.DISCORD_API_URL },
});
const reply = JSON.parse(process.env.REPLY ?? '"pong"');
client.on('interactionCreate', (interaction) => interaction.reply(reply));
client.once('clientReady', () => console.log('the bare client is ready'));
await client.login(process.env.DISCORD_TOKEN);
