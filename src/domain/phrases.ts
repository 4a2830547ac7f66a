/** Phrases in plain Swedish for the minutes, as the definition ships them: chosen, and gone on with in one's own words. */
import type { Origin } from './agreement.ts';
import { ownText, type SafeText } from './privacy.ts';

export type PhraseKind = 'note' | 'outcome' | 'action';

export interface Phrase {
  id: string;
  kind: PhraseKind;
  /** Ends with … where it is to be gone on with. */
  text: string;
  origin: Origin;
}

export const phrasesFor = (all: readonly Phrase[], kind: PhraseKind): Phrase[] => all.filter((one) => one.kind === kind);

/** The phrase and what was written after it, as one text; either may be missing. */
export function withPhrase(phrase: Pick<Phrase, 'text'> | undefined, written: SafeText): SafeText {
  if (!phrase) return written;
  const begun = phrase.text.replace(/\s*…$/, '');
  return ownText(written.trim() === '' ? begun : `${begun} ${written.trim()}`);
}
