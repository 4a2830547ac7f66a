import type { MessageView } from './message.ts';

/** A question's whole way, or a list of questions. Rows are ready to read. */
export interface QuestionsView {
  heading: string;
  /** The question's own words; empty for a list. */
  title: string;
  lead: string;
  rows: { mark: string; title: string; detail: string; now: boolean }[];
  foot: string;
  buttons: MessageView['buttons'];
}

/** A question is lifted, put in other words or lifted again. */
export interface LiftDialogView {
  forum: string;
  how: 'raise' | 'change' | 'again';
  /** Set when a question is changed or lifted again. */
  question: string;
  /** Set when it is lifted from an item. */
  meeting: string;
  item: string;
  /** The meeting's items, to choose from where it is lifted from none yet. */
  items: { id: string; title: string }[];
  from: string;
  /** Where it may go, the usual way first; empty when it has its way already. */
  targets: { id: string; name: string }[];
  target: string;
  text: string;
  proposal: string;
  background: string;
  urgent: boolean;
  error: string;
}

/** One thing is done with a question: handled where it lies, completed by the asker, or its answer said to be unclear. */
export interface QuestionDialogView {
  meeting: string;
  forum: string;
  how: 'handle' | 'complete' | 'unclear';
  question: string;
  title: string;
  /** What it says beside its title, ready to read. */
  about: string;
  /** What may be done with it here; 'decide' where the definition grants the mandate. */
  ways: ('answer' | 'decide' | 'more' | 'lift' | 'back' | 'merge')[];
  way: string;
  text: string;
  /** Where it is lifted to; empty otherwise. */
  to: string;
  /** Forums the answer may concern beside those that asked. */
  concerns: { id: string; name: string }[];
  /** Questions it may be merged with. */
  others: { id: string; title: string }[];
  error: string;
}
