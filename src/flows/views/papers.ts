/** Views of the dialogs around approved minutes. */
import type { Block } from '../../domain/pages.ts';

/** A member's comment on a draft. `place` is where it stands among the meeting's comments, `item` the number people see. */
export interface DraftCommentView {
  place: number;
  item: number;
  by: string;
  text: string;
}

/** A page of minutes that are too long for a card. The last one can be approved from. */
export interface ReadDialogView {
  meeting: string;
  forum: string;
  /** Stockholm wall clock. */
  start: string;
  version: number;
  hash: string;
  /** How many comments there were; an approval binds to it. */
  comments: number;
  /** The item that is approved by itself; '' where the minutes are. */
  item: string;
  page: number;
  pages: number;
  blocks: Block[];
  mayApprove: boolean;
  /** The authorities whose allmän handling it becomes. */
  authorities: string[];
}

/** Which item is to be approved by itself. */
export interface AdjustDialogView {
  meeting: string;
  forum: string;
  start: string;
  /** Those that can be; empty when none can. */
  items: { id: string; title: string }[];
  item: string;
}

/** The dialog in which filed minutes, or a report, get their registration numbers. */
export interface RegisterDialogView {
  /** Or the report, by `reportId`. */
  meeting: string;
  /** Null for minutes. `edition` is the one the numbers are for. */
  report: { title: string; edition: number } | null;
  forum: string;
  start: string;
  /** `dnr` as it was last written; `main` is the number of the agreement itself, which others may follow. */
  authorities: { id: string; name: string; dnr: string; main: string }[];
  error: string;
}
