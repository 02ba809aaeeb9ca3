import { createHash } from 'node:crypto';

/** A number from 0 up to 1: the same for the same seed and label, and no guide to that of another label. */
export function chance(seed: string, label: string): number {
  const digest = createHash('sha256').update(`${seed}\n${label}`).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

/** Items in an order that the seed decides. */
export function shuffled<Item>(
  items: readonly Item[],
  seed: string,
  labelOf: (item: Item) => string = String,
): Item[] {
  return items
    .map((item) => ({ item, at: chance(seed, labelOf(item)) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** Three numbers round the right one, of which chance decides how many are less: its place among the four tells nothing. */
export function threeRound(less: readonly number[], more: readonly number[], seed: string): number[] {
  const below = Math.min(less.length, Math.max(Math.floor(chance(seed, 'below') * 4), 3 - more.length));
  return [...shuffled(less, seed).slice(0, below), ...shuffled(more, seed).slice(0, 3 - below)];
}
