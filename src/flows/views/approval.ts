/** A draft until it is approved and filed, and the dialogs that change it or open it again. */
import type { DraftCommentView } from './papers.ts';
import type { LocalDate, LocalTime } from './person-and-time.ts';

/** The text to approve; exactly what the document will say. Same card through approval and filing. */
export interface ApprovalView {
  meeting: string;
  forum: string;
  start: LocalTime;
  state: 'draft' | 'approved' | 'filed';
  version: number;
  /** Hash of the text shown; the approval binds to it. */
  hash: string;
  due: LocalDate;
  facts: { label: string; value: string }[];
  attendance: { unit: string; present: string; note: string }[];
  items: {
    number: string;
    title: string;
    why: string;
    paragraphs: string[];
    outcomes: { paragraph: string; word: string; text: string }[];
    figures: { indicator: string; women: string; men: string; total: string; target: string; source: string }[];
  }[];
  actions: { number: string; what: string; who: string; due: string; status: string }[];
  closing: string[];
  authorities: string[];
  approved: { by: string; at: LocalTime } | null;
  /** Why a filed text is a draft again; '' when it is the first. */
  reopened: string;
  /** Per authority the number the filed text is registered under; '' until it is. Empty before it is filed. */
  registered: { authority: string; dnr: string }[];
  mayRegister: boolean;
  url: string;
  /** 'yes' for the secretary and the convener: the buttons are there. */
  mayApprove: boolean;
  /** An item of the draft can be approved by itself. */
  mayAdjust: boolean;
  /** What members have said of a draft and is not in it. */
  comments: DraftCommentView[];
  /** How many comments there have been; the approval binds to it. */
  commentCount: number;
  /** Too long for a card: it is read in pages. */
  long: boolean;
  notice: string;
}

/** Edit of a draft: one field per item (notes, one paragraph a line) and one per outcome and action. */
export interface EditMinutesDialogView {
  meeting: string;
  version: number;
  /** Marks of the texts as they were when the dialog opened: what tells which of two has changed a field. */
  seen: string;
  /** `theirs` is what somebody else has written meanwhile; null where nobody has. */
  fields: { id: string; label: string; text: string; theirs: string | null }[];
  /** Those that can be taken into the text; `take` are the places of those chosen. */
  comments: DraftCommentView[];
  take: string;
  error: string;
}

/** The dialog in which filed minutes are opened again. */
export interface ReopenDialogView {
  meeting: string;
  forum: string;
  start: LocalTime;
  edition: number;
  reason: string;
  error: string;
}
