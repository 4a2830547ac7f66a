import type { LocalTime } from './person-and-time.ts';

/** A case as members of the forum read it; `waitsFor` names the givers whose consent is not there yet. */
export interface CaseLine {
  alias: string;
  kind: string;
  of: string;
  wanted: string;
  inAdvance: boolean;
  waitsFor: string[];
}

/** `looked` is what people answer about Mina sidor; '' before they have. Dates are '' until they are given. */
export interface CaseDialogView {
  meeting: string;
  forum: string;
  start: LocalTime;
  /** What is done first, with its source. */
  first: string;
  looked: '' | 'not-there' | 'found' | 'no';
  alias: string;
  kinds: { id: string; name: string; inAdvance: boolean }[];
  kind: string;
  givers: { id: string; name: string }[];
  of: string;
  wanted: string;
  own: string;
  givenOwn: string;
  givenOther: string;
  error: string;
}

export interface ConsentDialogView {
  meeting: string;
  case: string;
  alias: string;
  giver: string;
  months: number;
  given: string;
  error: string;
}
