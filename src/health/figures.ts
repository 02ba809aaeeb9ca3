import type { Language } from '../facts/model.ts';

/** What was acknowledged or answered, and how that came out: denied for want of permission, quiet where someone writes too much. */
export type Exchanged = {
  /** What it was: a command by its name, a button by what it does, a message … Never what somebody wrote. */
  what: string;
  outcome: 'answered' | 'late' | 'twice' | 'failed' | 'denied' | 'quiet';
  /** From when it arrived until Discord had taken the reply. */
  seconds: number;
};

/** What a question was told: an answer, what may have been meant, or nothing; and of what, as far as that was recognised. */
export type Told = { status: 'answer' | 'suggest' | 'none'; topic: string };

/** What is counted while the bot runs. Nothing of what people write and nothing of who they are gets in here. */
export type Figures = {
  exchanged(exchanged: Exchanged): void;
  told(told: Told, language: Language): void;
  reconnected(): void;
};

/** Counts nothing: for where nobody asks. */
export const noFigures: Figures = { exchanged() {}, told() {}, reconnected() {} };
