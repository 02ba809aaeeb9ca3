import type { Language } from '../../facts/model.ts';

/**
 * How a reply is seen: in which language, whether its reader alone sees it and may show it to everyone, and whether there is
 * someone who takes corrections.
 */
export type View = { language: Language; showable: boolean; feedback?: boolean };
