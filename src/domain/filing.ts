/** Where documents lie on the samarbetsyta and what they are called: no å, ä, ö, blanks or underscores in file names. */
import type { Agreement, Forum } from './agreement.ts';
import { authoritiesIn } from './agreement.ts';
import type { Meeting } from './meeting.ts';

export type Handlingstyp = 'dagordning' | 'motesanteckningar' | 'styrgruppsrapport';

/** What each kind of document is called, and whether a copy in PDF lies beside it: what is approved is kept for long. */
export const HANDLINGSTYPER: Record<Handlingstyp, { name: string; copy: boolean }> = {
  dagordning: { name: 'Dagordning', copy: false },
  motesanteckningar: { name: 'Mötesanteckningar', copy: true },
  styrgruppsrapport: { name: 'Rapport till styrgruppen', copy: true },
};

/** Drafts lie in a library of their own, under a name that says what they are. */
export const draftPath = (meeting: Pick<Meeting, 'forum' | 'start'>, edition: number): string =>
  filePath(meeting, 'motesanteckningar', edition).replace(/\.docx$/, '-utkast.docx');

/** Beside a draft: what somebody had made of it by hand before this version of it was laid. */
export const handMadePath = (draft: string, version: number): string =>
  draft.replace(/\.docx$/, `-andrat-for-hand-${version}.docx`);

export const pdfBeside = (path: string): string => path.replace(/\.docx$/, '.pdf');

/** `hub-intro/2027/hub-intro-2027-03-16-dagordning.docx`, by the date the meeting is held; a later edition ends in `-v2`. */
export function filePath(meeting: Pick<Meeting, 'forum' | 'start'>, type: Handlingstyp, edition = 1): string {
  const date = meeting.start.slice(0, 10);
  return `${meeting.forum}/${date.slice(0, 4)}/${meeting.forum}-${date}-${type}${edition > 1 ? `-v${edition}` : ''}.docx`;
}

/** An item that was approved by itself, by its number: an extract beside the minutes it is from. */
export const extractPath = (meeting: Pick<Meeting, 'forum' | 'start'>, number: number, edition: number): string =>
  filePath(meeting, 'motesanteckningar', edition).replace(/\.docx$/, `-utdrag-punkt-${number}.docx`);

/** Registration numbers, one per authority in the forum; a missing one reads "ej angivet", never made up. */
export function registrationNumbers(agreement: Agreement, forum: Forum): string {
  return authoritiesIn(agreement, forum)
    .map((authority) => `${authority.name}: ${authority.dnr ?? 'ej angivet'}`)
    .join('; ');
}
