import { type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { citedReply } from '../../replies/browse/cited.ts';
import { eventReply } from '../../replies/browse/events.ts';
import { randomReply } from '../../replies/browse/random.ts';
import { timelineReply } from '../../replies/browse/timeline.ts';
import { topicReply } from '../../replies/browse/topic.ts';
import { browsedFactReply, factsOfTopicReply } from '../../replies/browse/topics.ts';
import { cardsReply } from '../../replies/cards/answer.ts';
import type { View } from '../../replies/cards/view.ts';
import { type Action, actionOf } from '../../replies/message/action.ts';
import { plainReply, type Reply } from '../../replies/message/reply.ts';
import { wordingIn } from '../../replies/wording/wording.ts';
import { cardOfFact } from '../../search/cards.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { replyWith, update } from '../acknowledge.ts';
import { openCorrection } from '../corrections/open.ts';
import type { Live } from '../live.ts';
import { isAlone, isBetweenUs, saidOf, viewOf } from '../viewing.ts';
import { sendWithPicture } from './pictures.ts';
import { playQuiz } from './quiz.ts';
import { showToEveryone } from './show.ts';

/** These turn the message they stand on into another; the rest answer beside it. */
const IN_PLACE: ReadonlySet<Action['do']> = new Set([
  'card',
  'timeline',
  'events',
  'topics',
  'facts',
  'another',
]);

/** Does what a button or a menu says. It carries all it needs, so it works after a restart and in anyone's hands. */
export async function act(interaction: MessageComponentInteraction, live: Live): Promise<void> {
  const alone = interaction.message.flags.has(MessageFlags.Ephemeral);
  const said = actionOf(interaction.customId);
  if (said?.do === 'quiz') return playQuiz(interaction, said, live);
  // Only a private reply has something to show.
  const action = said?.do === 'show' && !alone ? undefined : said;
  const inPlace = action !== undefined && IN_PLACE.has(action.do);
  // What answers beside a message that all can see is for whoever pressed: a channel is no place for browsing.
  const aside = inPlace ? alone : !isBetweenUs(interaction);
  const view = viewOf(interaction, { aside, language: action?.in }, live);
  if (action?.do === 'show') return showToEveryone(interaction, view, live);
  if (action?.do === 'correct') return openCorrection(interaction, action, view, live);
  const chosen = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
  const answer =
    action === undefined
      ? plainReply(wordingIn(view.language)('problem.unknownAction'))
      : done(action, chosen, live.knowledge, view);
  const told = saidOf(answer, view);
  if (inPlace && !told.aside)
    await sendWithPicture(interaction, told, {
      send: (body, along) => update(interaction, body, along),
      turned: interaction.message.id,
      live,
    });
  else
    await sendWithPicture(interaction, told, {
      send: (body, along) => replyWith(interaction, body, isAlone(interaction, view, told.aside), along),
      live,
    });
}

/** What an action says, given what was chosen in its menu. */
function done(
  action: Exclude<Action, { do: 'show' | 'correct' | 'quiz' }>,
  chosen: string,
  knowledge: Knowledge,
  view: View,
): Reply {
  const gone = plainReply(wordingIn(view.language)('problem.gone'));
  const factReply = (id: string, tell: (fact: NonNullable<ReturnType<typeof factOf>>) => Reply) => {
    const fact = factOf(id);
    return fact === undefined ? gone : tell(fact);
  };
  const factOf = (id: string) => knowledge.facts.get(id);
  const isThere = (thing: string | undefined) => thing === undefined || knowledge.things.has(thing);
  if ('thing' in action && !isThere(action.thing)) return gone;
  switch (action.do) {
    case 'card':
      return factReply(action.fact, (fact) => cardsReply([cardOfFact(fact, knowledge)], knowledge, view));
    case 'related':
      return factReply(chosen, (fact) => cardsReply([cardOfFact(fact, knowledge)], knowledge, view));
    case 'facts':
      return factReply(chosen, (fact) => browsedFactReply(fact, action.thing, knowledge, view));
    case 'sources':
      return factReply(action.fact, (fact) => citedReply(fact, knowledge, view));
    case 'other':
      return topicReply(action.topic, action.thing, knowledge, view);
    case 'topics':
      return factsOfTopicReply(chosen, action.thing, knowledge, view) ?? gone;
    case 'another':
      return randomReply(action, Math.random(), knowledge, view);
    case 'timeline':
      return timelineReply({ ...action, textOnly: action.only === 'text' }, knowledge, view);
    case 'events': {
      const thing = knowledge.things.get(action.thing ?? chosen);
      return thing === undefined ? gone : eventReply(thing, action.page, knowledge, view);
    }
  }
}
