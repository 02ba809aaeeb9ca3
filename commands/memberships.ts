import { z } from 'zod';
import { type Asking, defineCommand, option } from '../src/discord/command/command.ts';
import { libraryMeant } from '../src/discord/command/meant.ts';
import {
  languageOption,
  libraryOption,
  privateOption,
  thingDetails,
} from '../src/discord/command/options.ts';
import { topicReply } from '../src/replies/browse/topic.ts';
import { plainReply } from '../src/replies/message/reply.ts';
import { wordingIn } from '../src/replies/wording/wording.ts';
import { thingNamed } from '../src/search/resolve.ts';

const TOPIC = 'memberships';

/** The organisations that facts on memberships name. */
const organisations = ({ knowledge }: Asking) => {
  const facts = knowledge.base.facts.filter(({ topic }) => topic === TOPIC);
  return [...new Set(facts.flatMap(({ mentions }) => mentions))]
    .flatMap((id) => knowledge.things.get(id) ?? [])
    .filter(({ kind, own }) => kind !== 'person' && !own);
};

export default defineCommand({
  name: { en: 'memberships', ru: 'членство', tr: 'üyelikler' },
  description: {
    en: 'Which international bodies the libraries belong to',
    az: 'Kitabxanalar hansı beynəlxalq təşkilatların üzvüdür',
    kk: 'Кітапханалар қандай халықаралық ұйымдарға мүше',
    ru: 'В каких международных организациях состоят библиотеки',
    tr: 'Kütüphaneler hangi uluslararası kuruluşlara üye',
  },
  options: {
    library: libraryOption,
    organisation: option(
      z.string().optional(),
      thingDetails(
        { ru: 'организация', tr: 'kuruluş' },
        { en: 'One organisation alone', ru: 'Только одна организация', tr: 'Yalnızca bir kuruluş' },
        organisations,
      ),
    ),
    language: languageOption,
    private: privateOption,
  },
  reply({ library, organisation }, asking) {
    const { knowledge, view } = asking;
    const about = libraryMeant(library, knowledge, view.language);
    if ('problem' in about) return about.problem;
    if (organisation === undefined) return topicReply(TOPIC, about.thing?.id, knowledge, view);
    const named = thingNamed(organisation, organisations(asking), knowledge);
    return named === undefined
      ? plainReply(wordingIn(view.language)('problem.organisation'))
      : topicReply(TOPIC, about.thing?.id, knowledge, view, named.id);
  },
});
