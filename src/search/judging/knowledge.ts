import { everyText, type Fact, type FactBase, type Thing } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import { AskedStems } from '../learning/asked.ts';
import { type Model, Vectoriser } from '../learning/model.ts';
import type { Prepared } from '../learning/prepared.ts';
import { recogniser, type Spoken } from '../learning/recognise.ts';
import { fold } from '../reading/fold.ts';
import { lazily } from '../reading/lazily.ts';
import { type Reader, readerOf } from '../reading/reader.ts';
import { read } from '../reading/reading.ts';
import { stem, wordsOf } from '../reading/tokens.ts';
import { type Steering, steeringOf } from './steering.ts';

/** Everything a question is answered from: the facts, and what was learned from them, indexed. */
export class Knowledge {
  readonly base: FactBase;
  readonly reader: Reader;
  readonly model: Model;
  readonly vectoriser: Vectoriser;
  /** In which language a text is. */
  readonly speaks: (text: string) => Spoken | undefined;
  readonly things: ReadonlyMap<string, Thing>;
  readonly facts: ReadonlyMap<string, Fact>;
  /** The facts that answer a question class, by thing, in the curator's order. */
  readonly byQuestion: ReadonlyMap<string, ReadonlyMap<string, Fact[]>>;
  readonly byThing: ReadonlyMap<string, Fact[]>;
  readonly mentioning: ReadonlyMap<string, Fact[]>;
  readonly #byTitle: () => ReadonlyMap<string, Fact>;
  readonly #inside: () => ReadonlySet<string>;
  readonly #subjectStems: () => ReadonlySet<string>;
  readonly #steering: ReadonlyMap<string, () => Steering>;
  readonly #kinds = new Map<string, number>();
  readonly #asked: AskedStems;
  readonly #askedConcepts = new Map<string, ReadonlySet<string>>();
  readonly #told: Readonly<Record<string, readonly string[]>>;
  readonly #factStems = new Map<string, ReadonlySet<string>>();
  readonly #thingStems = new Map<string, ReadonlySet<string>>();
  readonly #rarity: () => ReadonlyMap<string, number>;

  constructor(prepared: Prepared) {
    const { base, model } = prepared;
    this.base = base;
    this.model = model;
    this.#told = prepared.told;
    const speaks = lazily(() => recogniser(prepared.languages));
    this.speaks = (text) => speaks()(text);
    this.reader = readerOf(prepared, (text) => this.speaks(text)?.language ?? 'en');
    this.vectoriser = new Vectoriser(model);
    this.things = new Map(base.things.map((thing) => [thing.id, thing]));
    this.facts = new Map(base.facts.map((fact) => [fact.id, fact]));
    this.byThing = groupBy(base.facts, ({ thing }) => thing);
    const questions = groupBy(base.facts, ({ question }) => question);
    this.byQuestion = new Map(
      [...questions].map(([question, facts]) => [question, groupBy(facts, ({ thing }) => thing)]),
    );
    const mentioning = new Map<string, Fact[]>();
    for (const fact of base.facts)
      for (const thing of fact.mentions) mentioning.set(thing, [...(mentioning.get(thing) ?? []), fact]);
    this.mentioning = mentioning;
    const vocabularies = Object.values(base.vocabularies);
    this.#byTitle = lazily(
      () => new Map(base.facts.flatMap((fact) => everyText(fact.title).map((title) => [fold(title), fact]))),
    );
    this.#steering = new Map(
      Object.entries(base.vocabularies).map(([language, vocabulary]) => [
        language,
        lazily(() => steeringOf(vocabulary, vocabularies)),
      ]),
    );
    this.#asked = new AskedStems(prepared.asked);
    this.#inside = lazily(
      () =>
        new Set([
          ...this.#asked.all,
          ...Object.values(prepared.told).flat(),
          ...base.things.flatMap(({ id }) => [...this.thingStems(id)]),
        ]),
    );
    this.#subjectStems = lazily(
      () => new Set(base.things.flatMap(({ id, own }) => (own ? [...this.thingStems(id)] : []))),
    );
    for (const { kind } of base.things) this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    this.#rarity = lazily(() => rarityOf(Object.values(prepared.told)));
  }

  /** Facts by their folded title, in any language. */
  get byTitle(): ReadonlyMap<string, Fact> {
    return this.#byTitle();
  }

  /** Every stem that some phrase, fact or name holds; what is known but not inside is known from refusals alone. */
  get inside(): ReadonlySet<string> {
    return this.#inside();
  }

  /** The stems of the names of folders' subjects: "library", "national". */
  get subjectStems(): ReadonlySet<string> {
    return this.#subjectStems();
  }

  /** The words that steer how a text of a language is understood; of English, where that one has none. */
  steering(language: Language): Steering {
    const steering = this.#steering.get(language) ?? this.#steering.get('en');
    if (steering === undefined) throw new Error('The vocabulary of English is missing.');
    return steering();
  }

  /** The stems of what a fact says: its title, its statement and its value. */
  factStems(fact: Fact): ReadonlySet<string> {
    return remembered(this.#factStems, fact.id, () => new Set(this.#told[fact.id]));
  }

  /** In what share of the phrases that ask for a fact a stem occurs, from 0 to 1. */
  askedShare(fact: Fact, one: string): number {
    return this.#asked.share(fact.id, one);
  }

  /** The concepts of the phrases that ask for a fact. */
  askedConcepts(fact: Fact): ReadonlySet<string> {
    return remembered(
      this.#askedConcepts,
      fact.id,
      () => new Set(this.#asked.of(fact.id).flatMap((one) => this.reader.conceptsOf(one))),
    );
  }

  /** The stems of the names of a thing. */
  thingStems(id: string): ReadonlySet<string> {
    const thing = this.things.get(id);
    return remembered(this.#thingStems, id, () =>
      thing === undefined ? new Set() : stems([...everyText(thing.name), ...thing.names, ...thing.places]),
    );
  }

  /** The folder's subject that a name means: by its id, a name of its own, or a place that points to it. */
  ownThingNamed(name: string): Thing | undefined {
    const { namings } = read(name, this.reader.lexicon, this.reader.names);
    const named = [name.trim(), ...namings.flatMap(({ things, pointsTo }) => [...things, ...pointsTo])];
    return named.map((id) => this.things.get(id)).find((thing) => thing?.own);
  }

  /** Is a thing other than the subject of a folder? */
  isSmall(thing: string): boolean {
    return this.things.get(thing)?.own === false;
  }

  /** How many things there are of a kind. */
  ofKind(kind: string): number {
    return this.#kinds.get(kind) ?? 0;
  }

  /** How rare a stem is among the facts, from near 0 (in all) to 1 (in one, or in none). */
  rarity(of: string): number {
    return this.#rarity().get(of) ?? 1;
  }
}

/** How rare each stem is among facts, of which each has its own. */
function rarityOf(facts: readonly (readonly string[])[]): Map<string, number> {
  const holders = new Map<string, number>();
  for (const told of facts) for (const one of told) holders.set(one, (holders.get(one) ?? 0) + 1);
  const most = Math.log(1 + facts.length);
  return new Map([...holders].map(([one, count]) => [one, Math.log(1 + facts.length / count) / most]));
}

const stems = (texts: readonly string[]) => new Set(texts.flatMap(wordsOf).map(stem));

function remembered<Value>(memory: Map<string, Value>, key: string, make: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}

/** Items in groups, in the order in which the groups first appear (Map.groupBy, which Node 20 lacks). */
function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
