import type { Fact } from '../../facts/base.ts';

/**
 * Does a fact make a good question? Not one that something disagrees with; not one that a single article says, or
 * that is general knowledge without a source to show.
 */
export const isWorthy = ({ caveat, confidence }: Fact): boolean =>
  caveat === undefined && (confidence === 'corroborated' || confidence === 'secondary');
