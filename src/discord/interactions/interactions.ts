import { type Client, Events, type Interaction } from 'discord.js';
import { actionOf } from '../../replies/message/action.ts';
import { takeCorrection } from '../corrections/take.ts';
import type { Live } from '../live.ts';
import { answerCommand, completeOption } from './commands.ts';
import { act } from './components.ts';
import { answerFailure } from './failure.ts';
import { lookUpMessage } from './message-menu.ts';

/** Answers every interaction: commands, what is typed into them, buttons and menus, and the menu of a message. */
export function answerInteractions(client: Client, live: Live): void {
  client.on(Events.InteractionCreate, (interaction) =>
    live.inFlight.begin(async () => {
      const begun = performance.now();
      const outcome = await answer(interaction, live).then(
        () => 'answered' as const,
        (error) => answerFailure(interaction, error, live),
      );
      live.figures.exchanged({
        what: kindOf(interaction, live),
        outcome,
        seconds: (performance.now() - begun) / 1000,
      });
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

/** What an interaction is, in words that we know: never what somebody may have forged. */
function kindOf(interaction: Interaction, { commands }: Live): string {
  if (interaction.isMessageComponent()) return `button ${actionOf(interaction.customId)?.do ?? 'unknown'}`;
  if (interaction.isModalSubmit()) return `form ${actionOf(interaction.customId)?.do ?? 'unknown'}`;
  if (interaction.isMessageContextMenuCommand()) return 'menu of a message';
  if (!interaction.isChatInputCommand() && !interaction.isAutocomplete()) return 'other';
  const command = commands.find(({ name }) => name === interaction.commandName)?.name ?? 'unknown';
  return interaction.isAutocomplete() ? `completing /${command}` : `/${command}`;
}
