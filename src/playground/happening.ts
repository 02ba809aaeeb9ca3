import type { APIUser } from 'discord-api-types/v10';
import type { Exchange } from './stand-in/exchanges.ts';
import type { Message, Registered } from './stand-in/world.ts';

/** A place to write in, as the page shows it. */
export type Place = {
  id: string;
  name: string;
  direct: boolean;
  messages: Message[];
  commands: Registered[];
};

/** How the facts are: good, being read anew, or broken, with all that is wrong. */
export type FactsState = { kind: 'told' | 'learned' | 'broken'; problems: string };

/** All that the page shows when it opens. */
export type Snapshot = {
  reader: APIUser;
  bot: APIUser;
  places: Place[];
  facts: FactsState;
  exchanges: Exchange[];
};

/** What the page is told as it happens. */
export type Happening =
  | { kind: 'message' | 'changed' | 'deleted'; channel: string; message: Message }
  | { kind: 'typing'; channel: string }
  | { kind: 'exchange'; exchange: Exchange }
  | { kind: 'facts'; facts: FactsState };
