import type { Fact, Thing } from '../facts/base.ts';
import type { Knowledge } from './judging/knowledge.ts';
import { eventsInOrder } from './timeline.ts';

/** Things of this kind are celebrations of several days. */
const EVENT = 'event';

/** An event as it is told: what it was, what happened on each of its days, and who took part. */
export type EventTold = {
  thing: Thing;
  about: Fact[];
  days: { date: string; facts: Fact[] }[];
  people: Thing[];
};

/** The events there are, the one that has a folder of its own first. */
export function eventThings({ base, byThing }: Knowledge): Thing[] {
  return base.things
    .filter(({ kind, id }) => kind === EVENT && byThing.has(id))
    .toSorted((one, other) => Number(other.own) - Number(one.own));
}

/** Everything told of an event: its own facts, and what happened elsewhere in the facts on its days. */
export function eventTold(thing: Thing, knowledge: Knowledge): EventTold {
  const own = knowledge.byThing.get(thing.id) ?? [];
  const dated = own.find(({ event, date }) => event === true && date?.includes('/'));
  const [start = '', end = ''] = (dated?.date ?? '').split('/');
  const happened = eventsInOrder({}, knowledge).filter(
    ({ date = '' }) => dated !== undefined && date.length === start.length && date >= start && date <= end,
  );
  const days = [...new Set(happened.map(({ date = '' }) => date))].map((date) => ({
    date,
    facts: happened.filter((fact) => fact.date === date),
  }));
  const people = [...new Set(happened.flatMap(({ mentions, thing }) => [thing, ...mentions]))]
    .flatMap((id) => knowledge.things.get(id) ?? [])
    .filter(({ kind }) => kind === 'person');
  return { thing, about: own.filter((fact) => !happened.includes(fact)), days, people };
}
