import { z } from 'zod';
import { type Asking, defineCommand, option } from '../src/discord/command/command.ts';
import {
  languageOption,
  libraries,
  privateOption,
  textOnlyOption,
  topicDetails,
} from '../src/discord/command/options.ts';
import { comparisonReply } from '../src/replies/browse/comparison.ts';
import { plainReply } from '../src/replies/message/reply.ts';
import { wordingIn } from '../src/replies/wording/wording.ts';
import { factsOfTopic } from '../src/search/cards.ts';
import { topicNamed } from '../src/search/resolve.ts';

/** The topics that at least two of the libraries standing for their kind have. */
const comparable = ({ knowledge }: Asking) => {
  const sides = libraries(knowledge.base).filter(({ headline }) => headline);
  return Object.keys(knowledge.base.topics).filter(
    (topic) => sides.filter(({ id }) => factsOfTopic(topic, id, knowledge).length > 0).length > 1,
  );
};

export default defineCommand({
  name: { en: 'compare', ru: 'сравнить', tr: 'karşılaştır' },
  description: {
    en: 'The two national libraries side by side',
    az: 'İki milli kitabxana yan-yana',
    kk: 'Екі ұлттық кітапхананы салыстыру',
    ru: 'Сравнить две национальные библиотеки',
    tr: 'İki millî kütüphaneyi karşılaştırın',
  },
  options: {
    topic: option(
      z.string(),
      topicDetails(
        { ru: 'тема', tr: 'konu' },
        { en: 'On which topic', ru: 'По какой теме', tr: 'Hangi konuda' },
        comparable,
      ),
    ),
    language: languageOption,
    private: privateOption,
    'text-only': textOnlyOption,
  },
  reply({ topic, 'text-only': textOnly = false }, { knowledge, view }) {
    const meant = topicNamed(topic, knowledge);
    return meant === undefined
      ? plainReply(wordingIn(view.language)('problem.topic'))
      : comparisonReply(meant, knowledge, view, { textOnly });
  },
});
