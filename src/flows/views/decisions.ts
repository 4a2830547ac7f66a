import type { LocalDate, LocalTime } from './person-and-time.ts';

/** What has been decided or agreed. */
export interface DecisionsView {
  words: string;
  decisions: {
    forum: string;
    start: LocalTime;
    paragraph: number;
    word: 'agreed' | 'decided';
    text: string;
    state: 'draft' | 'approved';
    url: string;
  }[];
  more: number;
}

/** The dialog in which a decision made where the product has no meetings is written in. */
export interface DecisionDialogView {
  /** The meeting of the card it was opened from; '' where there is none. */
  meeting: string;
  from: string;
  name: string;
  on: LocalDate;
  title: string;
  text: string;
  concerns: { id: string; name: string }[];
  chosen: string[];
  error: string;
}
