/** Candidates for the focus around one place. Each list has the nearest one first. */
export interface FocusLevel<T> {
  /** The selected one, in a group of which one can be selected. */
  readonly chosen?: T | undefined;
  readonly after: Iterable<T>;
  readonly before: Iterable<T>;
  /** What opened or contains the candidates. */
  readonly owner?: T | undefined;
}

/**
 * Returns what has the focus after something that had it can no longer have it. `levels` are the places around that,
 * the innermost first: its group, what contains that, and so on. In each, the selected one comes first, then the next
 * ones, the previous ones, and what contains them.
 */
export function nextFocus<T>(levels: Iterable<FocusLevel<T>>, isUsable: (candidate: T) => boolean): T | undefined {
  for (const { chosen, after, before, owner } of levels) {
    if (chosen !== undefined && isUsable(chosen)) return chosen;
    for (const candidates of [after, before])
      for (const candidate of candidates) if (isUsable(candidate)) return candidate;
    if (owner !== undefined && isUsable(owner)) return owner;
  }
  return undefined;
}
