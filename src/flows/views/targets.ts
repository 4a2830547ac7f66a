import type { LocalDate } from './person-and-time.ts';

/** A member of the body that decides writes in a target. Amounts as they were typed. */
export interface TargetDialogView {
  /** Names the forum it was asked for in; '' for none. */
  meeting: string;
  indicator: string;
  name: string;
  /** The body that decides. */
  setter: string;
  measure: 'share' | 'count';
  /** The target that holds, or held last; null when there is none with a value. */
  now: { value: number; direction: 'at-least' | 'at-most'; validTo: LocalDate | null; expired: boolean } | null;
  value: string;
  direction: 'at-least' | 'at-most';
  validFrom: string;
  validTo: string;
  decidedAt: string;
  /** True where the body reports its targets to the styrgrupp. */
  isReported: boolean;
  reportedAt: string;
  error: string;
}

/** A member of the body that decides takes back a target that holds or is to hold. */
export interface TakeBackDialogView {
  meeting: string;
  indicator: string;
  name: string;
  measure: 'share' | 'count';
  /** One at least. */
  targets: { id: string; value: number; direction: 'at-least' | 'at-most'; validFrom: LocalDate; validTo: LocalDate }[];
  error: string;
}
