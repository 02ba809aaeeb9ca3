import { z } from 'zod';
import { defineCommand, option } from '../src/discord/command/command.ts';
import { libraryMeant } from '../src/discord/command/meant.ts';
import { languageOption, libraryOption, topicDetails } from '../src/discord/command/options.ts';
import { randomReply } from '../src/replies/browse/random.ts';
import { plainReply } from '../src/replies/message/reply.ts';
import { wordingIn } from '../src/replies/wording/wording.ts';
import { topicNamed } from '../src/search/resolve.ts';

export default defineCommand({
  name: { en: 'random', ru: 'случайный', tr: 'rastgele' },
  description: {
    en: 'One fact by chance, with its source',
    az: 'Mənbəyi ilə birlikdə təsadüfi bir fakt',
    kk: 'Дереккөзі көрсетілген кездейсоқ бір дерек',
    ru: 'Случайный факт с источником',
    tr: 'Kaynağıyla birlikte rastgele bir bilgi',
  },
  changing: true,
  options: {
    library: libraryOption,
    topic: option(
      z.string().optional(),
      topicDetails(
        { ru: 'тема', tr: 'konu' },
        { en: 'From which topic', ru: 'Из какой темы', tr: 'Hangi konudan' },
        ({ knowledge }) => Object.keys(knowledge.base.topics),
      ),
    ),
    language: languageOption,
  },
  reply({ library, topic }, { knowledge, view }) {
    const about = libraryMeant(library, knowledge, view.language);
    if ('problem' in about) return about.problem;
    const meant = topic === undefined ? undefined : topicNamed(topic, knowledge);
    return topic !== undefined && meant === undefined
      ? plainReply(wordingIn(view.language)('problem.topic'))
      : randomReply({ thing: about.thing?.id, topic: meant }, Math.random(), knowledge, view);
  },
});
