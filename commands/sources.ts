import { defineCommand } from '../src/discord/command/command.ts';
import { factOption, languageOption } from '../src/discord/command/options.ts';
import { citedReply } from '../src/replies/browse/cited.ts';
import { plainReply } from '../src/replies/message/reply.ts';
import { wordingIn } from '../src/replies/wording/wording.ts';
import { factNamed } from '../src/search/resolve.ts';

export default defineCommand({
  name: { en: 'sources', ru: 'источники', tr: 'kaynaklar' },
  description: {
    en: 'Who says a fact, where and when, and what disagrees',
    az: 'Faktı kim, harada, nə vaxt deyir və nə ona ziddir',
    kk: 'Деректі кім, қайда, қашан айтқан және оған не қайшы',
    ru: 'Кто, где и когда сообщает факт и что ему противоречит',
    tr: 'Bir bilgiyi kim, nerede, ne zaman bildiriyor; ne çelişiyor',
  },
  options: {
    fact: factOption({ ru: 'факт', tr: 'bilgi' }, { en: 'Which fact', ru: 'Какой факт', tr: 'Hangi bilgi' }),
    language: languageOption,
  },
  reply({ fact }, { knowledge, view }) {
    const named = factNamed(fact, knowledge);
    return named === undefined
      ? plainReply(wordingIn(view.language)('problem.fact'))
      : citedReply(named, knowledge, view);
  },
});
