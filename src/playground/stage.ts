import { EventEmitter } from 'node:events';
import type { APIUser } from 'discord-api-types/v10';
import { decide } from '../search/decide.ts';
import { type Explanation, explain } from '../search/explain.ts';
import type { LiveKnowledge, Reloaded } from '../search/live-knowledge.ts';
import type { FactsState, Happening } from './happening.ts';
import type { StandIn } from './stand-in/stand-in.ts';

/** Why a question was answered so, and how long it took, in milliseconds. */
export type Why = { question: string; status: string; milliseconds: number; explanation: Explanation };

/** Where the bot is tried: the stand-in for Discord, who uses it, and the facts as they stand. */
export class Stage {
  readonly standIn: StandIn;
  readonly reader: APIUser;
  readonly happenings = new EventEmitter<{ happening: [Happening] }>().setMaxListeners(0);
  facts: FactsState = { kind: 'learned', problems: '' };
  readonly #knowledge: LiveKnowledge;

  constructor(standIn: StandIn, reader: APIUser, knowledge: LiveKnowledge) {
    this.standIn = standIn;
    this.reader = reader;
    this.#knowledge = knowledge;
    const tell = (happening: Happening) => this.happenings.emit('happening', happening);
    standIn.events.on('message', (message, channel) =>
      tell({ kind: 'message', channel: channel.id, message }),
    );
    standIn.events.on('changed', (message, channel) =>
      tell({ kind: 'changed', channel: channel.id, message }),
    );
    standIn.events.on('deleted', (message, channel) =>
      tell({ kind: 'deleted', channel: channel.id, message }),
    );
    standIn.events.on('typing', (channel) => tell({ kind: 'typing', channel: channel.id }));
    standIn.exchanges.listener = (exchange) => tell({ kind: 'exchange', exchange });
  }

  /** Tells how the facts are after they were read again. */
  reloaded(came: Reloaded): void {
    this.facts = { kind: came.kind, problems: came.kind === 'broken' ? came.problems : '' };
    this.happenings.emit('happening', { kind: 'facts', facts: this.facts });
  }

  /** Why a question is answered as it is. */
  why(question: string): Why {
    const knowledge = this.#knowledge.current;
    const begun = performance.now();
    const { answer, understanding } = decide(question, knowledge);
    const milliseconds = Math.round((performance.now() - begun) * 100) / 100;
    return { question, status: answer.status, milliseconds, explanation: explain(understanding, knowledge) };
  }
}
