/** The kind of everything that has a name and is not ours. */
export const FOREIGN = 'foreign';
