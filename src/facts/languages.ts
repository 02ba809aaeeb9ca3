/** The languages in which facts are told; English is the one that must be there. */
export const LANGUAGES = ['en', 'az', 'kk', 'ru', 'tr'] as const;
