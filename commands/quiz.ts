import { z } from 'zod';
import { defineCommand, option } from '../src/discord/command/command.ts';
import { libraryMeant } from '../src/discord/command/meant.ts';
import { languageOption, libraryOption, topicDetails } from '../src/discord/command/options.ts';
import { plainReply } from '../src/replies/message/reply.ts';
import { MOST_QUESTIONS, quizReply, USUAL } from '../src/replies/quiz/begin.ts';
import { wordingIn } from '../src/replies/wording/wording.ts';
import { topicNamed } from '../src/search/resolve.ts';

export default defineCommand({
  name: { en: 'quiz', ru: 'викторина', tr: 'bilgi-yarışması' },
  description: {
    en: 'A quiz from the facts, for everyone here',
    az: 'Buradakı hər kəs üçün faktlar üzrə viktorina',
    kk: 'Осындағы баршаға арналған, деректер бойынша викторина',
    ru: 'Викторина по фактам, для всех присутствующих',
    tr: 'Buradaki herkesin katılabileceği bir bilgi yarışması',
  },
  changing: true,
  options: {
    topic: option(
      z.string().optional(),
      topicDetails(
        { ru: 'тема', tr: 'konu' },
        { en: 'On which topic', ru: 'На какую тему', tr: 'Hangi konuda' },
        ({ knowledge }) => Object.keys(knowledge.base.topics),
      ),
    ),
    library: libraryOption,
    questions: option(z.coerce.number().int().min(1).max(MOST_QUESTIONS).optional(), {
      kind: 'whole number',
      least: 1,
      most: MOST_QUESTIONS,
      localName: { ru: 'вопросов', tr: 'soru-sayısı' },
      description: {
        en: `How many questions, up to ${MOST_QUESTIONS}; without it, ${USUAL}`,
        ru: `Сколько вопросов, не больше ${MOST_QUESTIONS}; если не указать — ${USUAL}`,
        tr: `Kaç soru, en çok ${MOST_QUESTIONS}; yazılmazsa ${USUAL}`,
      },
    }),
    language: languageOption,
  },
  reply({ topic, library, questions = USUAL }, { knowledge, view, seal, direct }) {
    const about = libraryMeant(library, knowledge, view.language);
    if ('problem' in about) return about.problem;
    const meant = topic === undefined ? undefined : topicNamed(topic, knowledge);
    return topic !== undefined && meant === undefined
      ? plainReply(wordingIn(view.language)('problem.topic'))
      : quizReply({ thing: about.thing?.id, topic: meant }, questions, Math.random(), view, {
          knowledge,
          seal,
          direct,
        });
  },
});
