import type { Answer } from '../../search/answer.ts';
import type { Embed } from '../cards/embed.ts';
import type { Action } from './action.ts';

/** A button: what it says, and what pressing it does. */
export type Button = { label: string; action: Action };

/** A menu: its entries' values are what its action is done with. */
export type Menu = {
  placeholder: string;
  action: Action;
  entries: { label: string; value: string; description?: string }[];
};

/** What the bot says in one message, as a value: each row holds up to five buttons, or a menu. */
export type Reply = {
  text?: string;
  embeds: Embed[];
  rows: (Button[] | Menu)[];
  /** Of use to nobody but who asked: shown to them alone, where that can be. */
  aside?: true;
  /** How a question came out, and of which topic it was: for whoever counts. */
  told?: { status: Answer['status']; topic: string };
};

/** A reply of one or two plain sentences, such as what went wrong and what to do now. */
export const plainReply = (text: string): Reply => ({ text, embeds: [], rows: [], aside: true });
