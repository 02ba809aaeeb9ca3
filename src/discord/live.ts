import type { Logger } from 'pino';
import type { Language } from '../facts/model.ts';
import type { Figures } from '../health/figures.ts';
import type { Seal } from '../quiz/seal.ts';
import type { View } from '../replies/cards/view.ts';
import type { Running } from '../replies/guide/about.ts';
import { Titles } from '../search/autocomplete.ts';
import type { Knowledge } from '../search/judging/knowledge.ts';
import type { Asking, Command } from './command/command.ts';
import type { Servers } from './connection/servers.ts';
import type { Curators } from './curators.ts';
import type { InFlight } from './in-flight.ts';

/** What the running bot answers from and with. */
export type Live = {
  knowledge: Knowledge;
  commands: readonly Command[];
  /** The language of answers when nothing else decides. */
  language: Language;
  running: () => Running;
  /** Seals what a message carries and nobody is to read. */
  seal: Seal;
  log: Logger;
  inFlight: InFlight;
  servers: Servers;
  figures: Figures;
  /** Who takes corrections, if anyone does. */
  curators?: Curators | undefined;
};

const titles = new WeakMap<Knowledge, Map<Language, Titles>>();

/** The titles of the facts in a language, made when first asked for. */
function titlesIn(knowledge: Knowledge, language: Language): Titles {
  const made = titles.get(knowledge) ?? new Map<Language, Titles>();
  titles.set(knowledge, made);
  const known = made.get(language) ?? new Titles(knowledge.base.facts, language);
  made.set(language, known);
  return known;
}

/** What a command answers with, for one reader; `direct` is in a direct message with the bot. */
export function askingOf(
  { knowledge, commands, running, seal }: Pick<Live, 'knowledge' | 'commands' | 'running' | 'seal'>,
  view: View,
  direct = false,
): Asking {
  return {
    knowledge,
    titlesIn: (language) => titlesIn(knowledge, language),
    view,
    running: running(),
    seal,
    direct,
    commandsIn: (language) =>
      commands.map(({ name, description }) => ({
        usage: `/${name}`,
        description: description[language],
      })),
  };
}
