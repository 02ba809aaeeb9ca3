import type { Language } from '../../facts/model.ts';

/** How a reply is seen: in which language, and whether its reader alone sees it and may show it to everyone. */
export type View = { language: Language; showable: boolean };
