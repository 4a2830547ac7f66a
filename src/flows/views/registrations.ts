/** What the card for a registrar is told. */
import type { LocalTime } from './person-and-time.ts';

export interface RegistrationsView {
  authority: string;
  /** How many wait for the authority's number. */
  left: number;
  /** Those first, oldest first; then the latest of the rest. */
  documents: {
    /** Or the report, by `reportId`. */
    meeting: string;
    forum: string;
    /** Of a report: the day it was frozen. */
    start: LocalTime;
    /** What a report is called; '' for minutes. */
    report: string;
    edition: number;
    /** '' until the authority has registered it. */
    dnr: string;
    hash: string;
    url: string;
    state: 'to-register' | 'registered' | 'replaced' | 'reopened';
  }[];
  more: number;
}
