/** Mentions of people, roles and channels, and emoji of a server, as Discord writes them into a text. */
const WRITTEN_BY_DISCORD = /<(?:@[!&]?|#|a?:\w+:|t:|\/[^:>]+:)\d+(?::\w)?>/g;

/** The question in a message: its text without what Discord wrote into it. */
export const questionIn = (content: string): string => content.replace(WRITTEN_BY_DISCORD, ' ').trim();
