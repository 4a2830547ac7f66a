/** What the card about the report is told. */
import type { FollowUpField, ForumYear, YearChange } from '../../domain/follow-up.ts';
import type { Correction } from '../../domain/report.ts';
import type { LocalDate, LocalTime, PersonView } from './person-and-time.ts';

export interface ReportView {
  title: string;
  forum: string;
  period: string;
  /** 0 while it runs and nothing is frozen. */
  edition: number;
  frozen: { at: LocalTime; by: PersonView } | null;
  /** The day the figures are read as of, while it runs. */
  asOf: LocalDate;
  /** Where the document lies; '' until it does. */
  url: string;
  /** Newest period of each indicator; '' where nothing of the half-year is reported. Numbers as they stand in the document. */
  figures: {
    name: string;
    period: string;
    women: string;
    men: string;
    total: string;
    bySex: boolean;
    target: string;
    notes: string[];
  }[];
  /** How many rows more there are in the document. */
  earlier: number;
  corrections: Correction[];
  /** How the forms of cooperation worked; only in a follow-up of a year. */
  forums: ForumYear[];
  /** What has been written in it by those who make it, and whether this person may; only in a follow-up of a year. */
  written: FollowUpField[];
  mayWrite: boolean;
  /** What has become another of that, and of decisions and questions, since it was frozen. */
  changedYear: YearChange[];
  /** Per authority the number this edition is registered under; '' until it is. Empty before it lies filed. */
  registered: { authority: string; dnr: string }[];
  /** What the button for them carries: the report's id; '' where this person may write none in. */
  register: string;
  /** What the freezing button carries: the edition it would make; 0 where this person may not, or nothing differs. */
  mayFreeze: number;
}

/** What those who make a yearly follow-up fill in; as it was typed. */
export interface FollowUpDialogView {
  forum: string;
  period: string;
  seen: string;
  title: string;
  deviations: string;
  progress: string;
  analysis: string;
  proposals: string;
  error: string;
}
