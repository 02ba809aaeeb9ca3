import type { InteractionType } from 'discord-api-types/v10';
import type { MessageForm } from './message-form.ts';
import type { Modal } from './modal-form.ts';
import type { Channel, Message } from './world.ts';

/** How an interaction came out, for whoever began it. */
export type Outcome =
  | { kind: 'message'; message: Message }
  | { kind: 'updated'; message: Message }
  | { kind: 'deferred' }
  | { kind: 'choices'; choices: { name: string; value: string | number }[] }
  | { kind: 'modal'; modal: Modal }
  | { kind: 'failed' };

/** An interaction that the bot has been told of. */
export type Pending = {
  id: string;
  token: string;
  type: InteractionType;
  channel: Channel;
  userId: string;
  begun: number;
  /** The message on which it happened, for buttons and menus. */
  on?: Message;
  acknowledged: boolean;
  /** The bot's reply, or the message that it changed. */
  original?: Message;
  /** Is the reply still to come? Then the first follow-up fills it. */
  awaited?: MessageForm['flags'];
  settle: (outcome: Outcome) => void;
};

/** The bot has so long to acknowledge an interaction, and its token lives so long, in milliseconds. Source: Discord's documentation, "Receiving and Responding". */
export const TO_ACKNOWLEDGE = 3_000;
export const TOKEN_LIVES = 15 * 60_000;
