/** A class of refusal as a label, told from the classes of questions by its mark. */
export const refusalLabel = (name: string) => `!${name}`;

/** Is a label one of refusal: does it stand for what the facts do not answer? */
export const isRefusal = (label: string) => label.startsWith('!');
