/** The languages that Discord's own client speaks. */
export const LOCALES = [
  ...[
    'en-US',
    'en-GB',
    'ru',
    'tr',
    'bg',
    'cs',
    'da',
    'de',
    'el',
    'es-ES',
    'es-419',
    'fi',
    'fr',
    'hi',
    'hr',
    'hu',
  ],
  ...[
    'id',
    'it',
    'ja',
    'ko',
    'lt',
    'nl',
    'no',
    'pl',
    'pt-BR',
    'ro',
    'sv-SE',
    'th',
    'uk',
    'vi',
    'zh-CN',
    'zh-TW',
  ],
];

type Named = { name: string; name_localizations?: Partial<Record<string, string>> | null | undefined };
type Described = {
  description: string;
  description_localizations?: Partial<Record<string, string>> | null | undefined;
};

/** The name of a command or an option, as a client of a language shows it. */
export const nameIn = ({ name, name_localizations }: Named, locale: string): string =>
  name_localizations?.[locale] ?? name;

export const descriptionIn = (
  { description, description_localizations }: Described,
  locale: string,
): string => description_localizations?.[locale] ?? description;
