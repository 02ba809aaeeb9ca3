import type { Answer, Nothing } from './answer.ts';
import { cardOfFact, cardOfThing } from './cards.ts';
import type { Knowledge } from './judging/knowledge.ts';
import { fold } from './reading/fold.ts';
import { isForeign, type Reading } from './reading/reading.ts';

/** What needs no judging: an id or a title as offered by autocomplete, a bare name, a greeting. */
export function shortcut(message: string, reading: Reading, knowledge: Knowledge): Answer | undefined {
  if (reading.words.length === 0) return { status: 'none', why: 'empty' };
  return exact(message, knowledge) ?? conversation(reading, knowledge) ?? bareName(reading, knowledge);
}

function exact(message: string, knowledge: Knowledge): Answer | undefined {
  const wanted = message.trim();
  const fact = knowledge.facts.get(wanted) ?? knowledge.byTitle.get(fold(wanted));
  return fact === undefined ? undefined : { status: 'answer', cards: [cardOfFact(fact, knowledge)] };
}

/** A message that holds nothing but greetings, thanks or "what can you do", with the words that go round them. */
function conversation({ words, namings, language }: Reading, knowledge: Knowledge): Answer | undefined {
  const { conversation, stopwords } = knowledge.steering(language);
  if (namings.length > 0) return undefined;
  const said = words.map(({ word }) => word);
  let why: Nothing | undefined;
  for (let start = 0; start < said.length; ) {
    const phrase = conversation.find(({ words }) =>
      words.every((word, offset) => said[start + offset] === word),
    );
    if (phrase !== undefined) {
      start += phrase.words.length;
      if (phrase.why !== undefined && why !== 'capabilities') why = phrase.why;
    } else if (stopwords.has(said[start] ?? '')) start++;
    else return undefined;
  }
  return why === undefined ? undefined : { status: 'none', why };
}

/** A message that names one thing and asks nothing of it: "ifla", "who was Akhundov", "the yearbook please". */
function bareName(
  { words, namings, comparing, language }: Reading,
  knowledge: Knowledge,
): Answer | undefined {
  const { about } = knowledge.steering(language);
  const [naming, ...more] = namings;
  if (naming === undefined || more.length > 0 || comparing || isForeign(naming)) return undefined;
  const rest = words.filter((_, index) => index < naming.from || index > naming.to);
  if (!rest.every(({ word, meant = word }) => about.has(meant))) return undefined;
  // A bare city or country means its library rather than the place.
  const named = naming.pointsTo.length > 0 ? naming.pointsTo : naming.things;
  const headlines = named.filter((thing) => knowledge.things.get(thing)?.headline);
  const cards = (headlines.length > 0 ? headlines : named.slice(0, 1)).flatMap(
    (thing) => cardOfThing(thing, knowledge) ?? [],
  );
  return cards.length === 0 ? undefined : { status: 'answer', cards };
}
