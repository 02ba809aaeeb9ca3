/** What is not seen or turns text round: control and format characters, and letters that take up no room. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/gu;

/** Someone's own words in one line, without what is not seen and without backticks, which would end the code they stand in. */
const plain = (line: string): string =>
  line.replaceAll('`', "'").replaceAll('\t', ' ').replace(UNSEEN, '').trimEnd();

/** Someone's own words, line by line, as nothing but text. */
export const plainText = (text: string): string =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map(plain)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Someone's own words in one line, as nothing but text. */
export const plainLine = (text: string): string => plain(text.replace(/\s+/gu, ' ')).trim();

/** Plain text in a block of code: there Discord reads neither mentions nor links nor markup. */
export const codeBlock = (text: string): string => `\`\`\`\n${text}\n\`\`\``;

/** A plain line as code. */
export const code = (line: string): string => `\`${line}\``;
