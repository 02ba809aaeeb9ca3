import { defineCommand } from '../src/discord/command/command.ts';
import { libraryMeant } from '../src/discord/command/meant.ts';
import { factOption, languageOption, libraryOption, privateOption } from '../src/discord/command/options.ts';
import { answerReply } from '../src/replies/cards/answer.ts';
import { decide } from '../src/search/decide.ts';

export default defineCommand({
  name: { en: 'ask', ru: 'спросить', tr: 'sor' },
  description: {
    en: 'Ask anything about the national libraries',
    az: 'Milli kitabxanalar haqqında istədiyinizi soruşun',
    kk: 'Ұлттық кітапханалар туралы сұраңыз',
    ru: 'Спросить о национальных библиотеках',
    tr: 'Millî kütüphaneler hakkında bir şey sorun',
  },
  options: {
    question: factOption(
      { ru: 'вопрос', tr: 'soru' },
      {
        en: 'Your question, in your own words',
        ru: 'Ваш вопрос, своими словами',
        tr: 'Sorunuz, kendi sözlerinizle',
      },
    ),
    library: libraryOption,
    language: languageOption,
    private: privateOption,
  },
  reply({ question, library }, { knowledge, view }) {
    const about = libraryMeant(library, knowledge, view.language);
    if ('problem' in about) return about.problem;
    return answerReply(decide(question, knowledge, about.thing?.id).answer, knowledge, view);
  },
});
