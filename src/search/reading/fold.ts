/** Letters that no decomposition reduces to Latin: Azerbaijani, Turkish and Kazakh ones, then Russian and Kazakh Cyrillic. */
const LETTERS: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ğ: 'g',
  ş: 'sh',
  ç: 'ch',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'kh',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'y',
  і: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** A text in small Latin letters without marks, whatever script and alphabet it was written in. */
export function fold(text: string): string {
  // NFKC first: full-width and ligature forms. "İ" has to go before lower-casing, which would split it in two.
  const lower = text.normalize('NFKC').replaceAll('İ', 'i').toLowerCase();
  let folded = '';
  for (const letter of lower) folded += LETTERS[letter] ?? letter;
  return folded.normalize('NFD').replace(/\p{M}+/gu, '');
}

/**
 * How a folded name sounds, so that its romanisations meet: Akhundov, Axundov and Ахундов; Garabagh, Karabakh
 * and Qarabağ; Nurqalieva and Nurgaliyeva. For names alone: it makes different words equal.
 */
export function sound(folded: string): string {
  return folded
    .replace(/dzh|dj|zh|j/g, 'j')
    .replace(/kh|gh|x|q|g|h(?=[aou])/g, 'k')
    .replace(/sh/g, 's')
    .replace(/ch/g, 'c')
    .replace(/w/g, 'v')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1');
}
