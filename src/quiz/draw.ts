import { createHash } from 'node:crypto';
import type { Language } from '../facts/model.ts';
import type { Knowledge } from '../search/judging/knowledge.ts';
import type { Game } from './game.ts';
import { MARK } from './packed.ts';
import { askablesOf, posed } from './questions/askables.ts';
import { shuffled } from './questions/chance.ts';
import type { Askable, Kind, Question } from './questions/question.ts';

/** What a quiz is about: a thing's folder, a topic, both, or everything. */
export type Subject = { thing?: string | undefined; topic?: string | undefined };

/**
 * A quiz of at most so many questions, no fact asked twice, its kinds as mixed as can be; undefined where there is
 * nothing to ask. `there` is how many questions there would be.
 */
export function drawn(
  subject: Subject,
  count: number,
  seed: string,
  knowledge: Knowledge,
  language: Language,
): { game: Game; there: number } | undefined {
  const byFact = new Map<string, Askable[]>();
  for (const askable of askablesOf(knowledge, language).filter((one) => isOf(one, subject, knowledge)))
    byFact.set(askable.fact.id, [...(byFact.get(askable.fact.id) ?? []), askable]);
  const asked = new Map<Kind, number>();
  const chosen = spread(shuffled([...byFact.keys()], seed), knowledge)
    .slice(0, count)
    .flatMap((id) => {
      const rarest = shuffled(byFact.get(id) ?? [], seed, ({ key }) => key).toSorted(
        (one, other) => (asked.get(one.kind) ?? 0) - (asked.get(other.kind) ?? 0),
      )[0];
      if (rarest === undefined) return [];
      asked.set(rarest.kind, (asked.get(rarest.kind) ?? 0) + 1);
      return [rarest];
    });
  const game = dealt(chosen, seed, knowledge, language);
  return game === undefined ? undefined : { game, there: byFact.size };
}

/** Facts on the same matter of the same thing last: what one tells may be asked of another. */
function spread(ids: readonly string[], { facts }: Knowledge): string[] {
  const matters = new Map<string, number>();
  return ids
    .map((id) => {
      const fact = facts.get(id);
      const matter = `${fact?.thing} ${fact?.topic}`;
      const before = matters.get(matter) ?? 0;
      matters.set(matter, before + 1);
      return { id, before };
    })
    .toSorted((one, other) => one.before - other.before)
    .map(({ id }) => id);
}

/** A quiz of these questions, at the first of them; undefined where there are none. */
export function dealt(
  asked: readonly Askable[],
  seed: string,
  knowledge: Knowledge,
  language: Language,
): Game | undefined {
  const marks = asked.map(markOf);
  const people = { players: [], answers: [] };
  return begun({ language, seed, marks, at: -1, print: '', shown: false, counted: 0, ...people }, knowledge);
}

function isOf({ fact, kind }: Askable, { thing, topic }: Subject, { things }: Knowledge): boolean {
  if (topic !== undefined && fact.topic !== topic) return false;
  if (thing === undefined) return true;
  // Asked of one library alone, which library it is would be no question.
  return kind !== 'library' && things.get(fact.thing)?.folder === things.get(thing)?.folder;
}

/** The game at its next question that there still is; undefined where none is left. */
export function begun(game: Game, knowledge: Knowledge): Game | undefined {
  for (let at = game.at + 1; at < game.marks.length; at++) {
    const question = questionAt(game, at, knowledge);
    if (question !== undefined) return { ...game, at, print: printOf(question), shown: false, answers: [] };
  }
  return undefined;
}

/** The question being asked; undefined if the facts have changed so that it is not the same any more. */
export function currentQuestion(game: Game, knowledge: Knowledge): Question | undefined {
  const question = questionAt(game, game.at, knowledge);
  return question !== undefined && printOf(question) === game.print ? question : undefined;
}

/** The questions so far, as far as they are still there. */
export const questionsSoFar = (game: Game, knowledge: Knowledge): Question[] =>
  game.marks.slice(0, game.at + 1).flatMap((_, at) => questionAt(game, at, knowledge) ?? []);

function questionAt({ language, seed, marks }: Game, at: number, knowledge: Knowledge): Question | undefined {
  const askable = byMark(askablesOf(knowledge, language)).get(marks[at] ?? '');
  return askable === undefined ? undefined : posed(askable, seed);
}

const marked = new WeakMap<readonly Askable[], ReadonlyMap<string, Askable>>();

/** What can be asked, by the marks that stand for it. */
function byMark(askables: readonly Askable[]): ReadonlyMap<string, Askable> {
  const made = marked.get(askables) ?? new Map(askables.map((one) => [markOf(one), one]));
  marked.set(askables, made);
  return made;
}

const digest = (text: string) =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 2 * MARK);

/** A short mark by which a question is found again: its key would be too long to carry. */
const markOf = ({ key }: Askable) => digest(key);

/** How a question reads: where this differs, the facts were mended. */
const printOf = ({ sentence, options }: Question) => digest(JSON.stringify([sentence, options]));
