/** Why a document that is to be filed still waits, when it is worth telling somebody (ours, domain rule 13). */
export type Waiting = 'open' | 'full' | 'no-right' | 'away';

/** Attempts that may fail without a word: what passes by itself within half a minute needs none. */
const SILENT = 4;

/** What a person can do something about is told at once; undefined while there is nothing to tell. */
export function whyWaiting(status: number | undefined, attempts: number): Waiting | undefined {
  if (status === 423) return 'open';
  if (status === 507) return 'full';
  if (status === 401 || status === 403) return 'no-right';
  return attempts > SILENT ? 'away' : undefined;
}
