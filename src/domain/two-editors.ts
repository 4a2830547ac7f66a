/**
 * Two who change the same draft at the same time (ours): nothing anybody wrote is lost. What only one of them changed is as
 * that one wrote it; what both changed is shown in both ways, and the later one chooses.
 */

export interface Written<T extends string = string> {
  id: string;
  text: T;
  /** What somebody else has written there meanwhile; absent where only one of them changed it. */
  theirs?: T;
}

export type Keep = 'both' | 'mine' | 'theirs';

/**
 * `typed` over `present`, given what the typist had seen: marks of each field's text, in the order of `present`. A draft's
 * fields keep their order; where marks are missing every difference counts as two people's.
 */
export function together<T extends string>(
  present: readonly { id: string; text: T }[],
  typed: ReadonlyMap<string, T>,
  seen: readonly string[],
  mark: (text: string) => string,
): Written<T>[] {
  const known = seen.length === present.length;
  return present.map(({ id, text }, n): Written<T> => {
    const mine = typed.get(id) ?? text;
    if (same(mine, text)) return { id, text };
    if (known && mark(mine) === seen[n]) return { id, text };
    if (known && mark(text) === seen[n]) return { id, text: mine };
    return { id, text: mine, theirs: text };
  });
}

/** The text that is kept of a field that two have changed. */
export function kept({ text, theirs }: Written, keep: Keep, between: string): string {
  if (theirs === undefined || keep === 'mine') return text;
  if (keep === 'theirs') return theirs;
  return [theirs, text].filter((one) => one.trim() !== '').join(between);
}

const same = (a: string, b: string): boolean => a.trim() === b.trim();
