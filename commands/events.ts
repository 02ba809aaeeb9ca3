import { z } from 'zod';
import { defineCommand, option } from '../src/discord/command/command.ts';
import { languageOption, privateOption, thingDetails } from '../src/discord/command/options.ts';
import { eventReply } from '../src/replies/browse/events.ts';
import { plainReply } from '../src/replies/message/reply.ts';
import { wordingIn } from '../src/replies/wording/wording.ts';
import { eventThings } from '../src/search/events.ts';
import { thingNamed } from '../src/search/resolve.ts';

export default defineCommand({
  name: { en: 'events', ru: 'события', tr: 'etkinlikler' },
  description: {
    en: 'The culture days: programme, what happened, who took part',
    az: 'Mədəniyyət günləri: proqram, hadisələr, iştirakçılar',
    kk: 'Мәдени күндер: бағдарлама, оқиғалар, қатысушылар',
    ru: 'Дни культуры: программа, события, участники',
    tr: 'Kültür günleri: program, olup bitenler, katılanlar',
  },
  options: {
    event: option(
      z.string().optional(),
      thingDetails(
        { ru: 'событие', tr: 'etkinlik' },
        { en: 'Which event; without it, the latest', ru: 'Какое событие', tr: 'Hangi etkinlik' },
        ({ knowledge }) => eventThings(knowledge),
      ),
    ),
    language: languageOption,
    private: privateOption,
  },
  reply({ event }, { knowledge, view }) {
    const there = eventThings(knowledge);
    const thing = event === undefined ? there[0] : thingNamed(event, there, knowledge);
    return thing === undefined
      ? plainReply(wordingIn(view.language)('problem.event'))
      : eventReply(thing, 0, knowledge, view);
  },
});
