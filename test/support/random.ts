/**
 * Returns a generator of pseudorandom numbers in [0, 1). The same integer `seed` gives the same sequence (mulberry32).
 */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns an integer from `min` to `max`, both included. */
export function between(random: () => number, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

/** Returns one of `items`, which must not be empty. */
export function pick<T>(random: () => number, items: readonly T[]): T {
  return items[between(random, 0, items.length - 1)] as T;
}
