/** Where figures are written: files and lists on the samarbetsyta. */
import type { Observation } from '../domain/observations.ts';
import type { ReportedPer } from '../domain/reported-per.ts';

export interface SheetProblem {
  sheet: string;
  cell: string;
  /** Swedish: what is wrong and what to write instead. */
  text: string;
  /** The only indicator it concerns, where the row says which. */
  indicator?: string;
}

/** A row of a statistikfil, by indicator, period and unit; numbers only where the file has numbers. */
export interface SheetRow extends Observation {
  /** Where it stands, for messages: `Deltagande!C7`. */
  cell: string;
}

export interface Sheets {
  /** Parses an .xlsx; every fault is listed, and rows with a fault are left out. */
  parse(bytes: Uint8Array, reportedPer: ReportedPer): Promise<{ rows: SheetRow[]; problems: SheetProblem[] }>;
}

/** A row of figures in a SharePoint list: what a statistikfil's row says, and who wrote it when. */
export interface ListRow extends SheetRow {
  /** Number of the row in the list; a later word about the same thing has a higher one. */
  id: number;
  /** The list's own version of the row. */
  version: string;
  /** ISO instant, and who wrote it where the list tells. */
  changedAt: string;
  changedBy: string;
}

export interface FilledForm {
  indicator: string;
  period: string;
  unit: string;
  women: number;
  men: number;
  /** Those who did not come, and those of them whose cause is known; figures only, no cause (N 1.6). */
  absent: number | undefined;
  causeKnown: number | undefined;
  by: string;
}

/** SharePoint lists with figures. Columns are named in manifest/permissions.md. */
export interface Lists {
  /** Every row, oldest first; what cannot be read is a problem that names list and row. @throws Unavailable, Refused */
  read(list: string, reportedPer: ReportedPer): Promise<{ url: string; rows: ListRow[]; problems: SheetProblem[] }>;
  /** Adds a row, once for each effect. Rows are never written over: a correction is a row of its own. */
  add(list: string, form: FilledForm, effectId: string): Promise<void>;
}
