/** An expected "no" is a value; everything else throws. */
export type Result<T, N> = { ok: true; value: T } | { ok: false; no: N };

export const yes = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const no = <N>(reason: N): { ok: false; no: N } => ({ ok: false, no: reason });
