import { type Client, Events, type Interaction } from 'discord.js';
import { answerCommand, completeOption } from './commands.ts';
import { act } from './components.ts';
import { takeCorrection } from './corrections/take.ts';
import { answerFailure } from './failure.ts';
import type { Live } from './live.ts';
import { lookUpMessage } from './message-menu.ts';

/** Answers every interaction: commands, what is typed into them, buttons and menus, and the menu of a message. */
export function answerInteractions(client: Client, live: Live): void {
  client.on(Events.InteractionCreate, (interaction) =>
    live.inFlight.begin(async () => {
      try {
        await answer(interaction, live);
      } catch (error) {
        await answerFailure(interaction, error, live);
      }
    }),
  );
}

async function answer(interaction: Interaction, live: Live): Promise<void> {
  if (interaction.isChatInputCommand()) return answerCommand(interaction, live);
  if (interaction.isAutocomplete()) return completeOption(interaction, live);
  if (interaction.isMessageComponent()) return act(interaction, live);
  if (interaction.isModalSubmit()) return takeCorrection(interaction, live);
  if (interaction.isMessageContextMenuCommand()) return lookUpMessage(interaction, live);
}
