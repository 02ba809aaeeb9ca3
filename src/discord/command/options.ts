import { z } from 'zod';
import type { Fact, FactBase, Thing } from '../../facts/base.ts';
import { LANGUAGES } from '../../facts/languages.ts';
import { languageSchema } from '../../facts/model.ts';
import { nameOf } from '../../replies/cards/embed.ts';
import { LIMITS, shorten } from '../../replies/message/fit.ts';
import { inLanguage } from '../../replies/wording/in-language.ts';
import { complete } from '../../search/autocomplete.ts';
import { fold } from '../../search/reading/fold.ts';
import { institutions } from '../../search/timeline.ts';
import { type Asking, type Choice, type ClientText, type OptionDetails, option } from './command.ts';

/** Longer questions than this are essays; Discord stops the typing there. */
const LONGEST_QUESTION = 500;

/** The subjects that are libraries, museums or the like: what a question may be about. */
export const libraries = (base: FactBase): Thing[] => institutions(base);

const text = () => z.string();

/** One of the libraries, from a list. */
export const libraryOption = option(text().optional(), {
  kind: 'text',
  localName: { ru: 'библиотека', tr: 'kütüphane' },
  description: {
    en: 'Which library; without it, both national libraries',
    ru: 'Какая библиотека; без выбора — обе национальные библиотеки',
    tr: 'Hangi kütüphane; seçilmezse iki millî kütüphane birden',
  },
  choices: (base) =>
    libraries(base).map(({ id }) => ({
      name: {
        en: shorten(nameOf(id, base, 'en'), LIMITS.menuText),
        ru: shorten(nameOf(id, base, 'ru'), LIMITS.menuText),
        tr: shorten(nameOf(id, base, 'tr'), LIMITS.menuText),
      },
      value: id,
    })),
});

const ownName = (language: string): string => {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return `${name.slice(0, 1).toLocaleUpperCase(language)}${name.slice(1)}`;
};

/** A language by its code, its locale or its own name, however that is written. */
function languageNamed(sent: unknown): unknown {
  if (typeof sent !== 'string') return sent;
  const wanted = sent.trim().toLowerCase();
  const code = wanted.split('-')[0];
  return (
    LANGUAGES.find((language) => language === code || ownName(language).toLowerCase() === wanted) ?? sent
  );
}

/** The language of the answer. */
export const languageOption = option(z.preprocess(languageNamed, languageSchema.optional()), {
  kind: 'text',
  localName: { ru: 'язык', tr: 'dil' },
  description: {
    en: 'The language of the answer',
    ru: 'Язык ответа',
    tr: 'Yanıtın dili',
  },
  choices: () =>
    LANGUAGES.map((language) => {
      const name = ownName(language);
      return { name: { en: name, ru: name, tr: name }, value: language };
    }),
});

/** Shall only its reader see the answer? */
export const privateOption = option(z.boolean().optional(), {
  kind: 'flag',
  localName: { ru: 'лично', tr: 'gizli' },
  description: {
    en: 'Show the answer to you alone',
    ru: 'Показать ответ только вам',
    tr: 'Yanıtı yalnızca size göster',
  },
});

/** Shall the answer go without its picture? */
export const textOnlyOption = option(z.boolean().optional(), {
  kind: 'flag',
  localName: { ru: 'без-картинки', tr: 'yalnızca-metin' },
  description: {
    en: 'Without a picture',
    ru: 'Без картинки',
    tr: 'Resim olmadan',
  },
});

const factChoice = (fact: Fact, { view }: Asking): Choice => ({
  name: shorten(inLanguage(fact.title, view.language), LIMITS.menuText),
  value: fact.id,
});

/** A text completed to the titles of facts. */
export const factOption = (localName: OptionDetails['localName'], description: ClientText) =>
  option(text(), {
    kind: 'text',
    localName,
    description,
    longest: LONGEST_QUESTION,
    complete: (typed, asking) =>
      complete(typed, asking.titlesIn(asking.view.language), asking.knowledge).map((fact) =>
        factChoice(fact, asking),
      ),
  });

/** A text completed to the names of things, those that begin so first. */
export const thingDetails = (
  localName: OptionDetails['localName'],
  description: ClientText,
  among: (asking: Asking) => readonly Thing[],
) =>
  namedDetails(localName, description, (asking) =>
    among(asking).map(({ id }) => ({
      name: nameOf(id, asking.knowledge.base, asking.view.language),
      value: id,
    })),
  );

/** A text completed to the names of topics. */
export const topicDetails = (
  localName: OptionDetails['localName'],
  description: ClientText,
  among: (asking: Asking) => readonly string[],
) =>
  namedDetails(localName, description, (asking) =>
    among(asking).flatMap((id) => {
      const name = asking.knowledge.base.topics[id];
      return name === undefined ? [] : [{ name: inLanguage(name, asking.view.language), value: id }];
    }),
  );

const namedDetails = (
  localName: OptionDetails['localName'],
  description: ClientText,
  all: (asking: Asking) => Choice[],
): OptionDetails => ({
  kind: 'text',
  localName,
  description,
  longest: LONGEST_QUESTION,
  complete: (typed, asking) => namesLike(typed, all(asking)),
});

/** Choices that begin with what is typed, then those in which a word does; all, where nothing is typed or nothing fits. */
function namesLike(typed: string, choices: readonly Choice[]): Choice[] {
  const wanted = fold(typed.trim());
  const begins = choices.filter(({ name }) => fold(name).startsWith(wanted));
  const holds = choices.filter(
    (choice) =>
      !begins.includes(choice) &&
      fold(choice.name)
        .split(' ')
        .some((word) => word.startsWith(wanted)),
  );
  const found = [...begins, ...holds];
  return (found.length === 0 ? choices : found)
    .slice(0, LIMITS.menuEntries)
    .map(({ name, value }) => ({ name: shorten(name, LIMITS.menuText), value }));
}
