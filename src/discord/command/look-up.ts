import type { ClientText } from './command.ts';

/** The command in the menu of a message, which answers what the message asks. */
export const LOOK_UP: ClientText = {
  en: 'Look up in the facts',
  ru: 'Найти в фактах',
  tr: 'Bilgilerde ara',
};
