/** Where units fill in figures, and write why they are as they are. */
import type { PlaceView } from './figures.ts';
import type { LocalDate, LocalTime } from './person-and-time.ts';

/** The owner of a figure fills it in. Amounts as they were typed; '' where nothing was. */
interface FigureFormView {
  indicator: string;
  name: string;
  unit: string;
  period: string;
  women: string;
  men: string;
  absent: string;
  causeKnown: string;
  error: string;
}

/** Personal: what is missing from one's unit before an agenda goes out. Amounts as they were typed. */
export interface FiguresAskView {
  meeting: string;
  forum: string;
  start: LocalTime;
  publishes: LocalDate;
  /** Filled in on the card. */
  forms: FigureFormView[];
  /** Written where it is kept. `standIn`: the reader is told since nobody of those it is missing from can be asked. */
  elsewhere: { name: string; period: string; from: string[]; standIn: boolean; place: PlaceView }[];
  /** Names of those that have come in since. */
  came: string[];
}

export interface ReportDialogView extends FigureFormView {
  /** Names the forum it was asked for in; '' where none is planned. */
  meeting: string;
  /** Newest first: `2027-W10`. */
  periods: string[];
}

/** A unit's own words about a figure. */
export interface WhyDialogView {
  meeting: string;
  indicator: string;
  name: string;
  unit: string;
  /** Newest first: `2027-W10`. */
  periods: string[];
  period: string;
  factors: string;
  analysis: string;
  direction: string;
  error: string;
}
