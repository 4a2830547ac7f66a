/** Where documents lie on the samarbetsyta and what they are called: no å, ä, ö, blanks or underscores in file names. */
import type { Agreement, Forum } from './agreement.ts';
import { authoritiesIn } from './agreement.ts';
import type { Meeting } from './meeting.ts';

export type Handlingstyp = 'dagordning' | 'motesanteckningar' | 'styrgruppsrapport' | 'arlig-uppfoljning';

/** What each kind of document is called, and whether a copy in PDF lies beside it: what is approved is kept for long. */
export const HANDLINGSTYPER: Record<Handlingstyp, { name: string; copy: boolean }> = {
  dagordning: { name: 'Dagordning', copy: false },
  motesanteckningar: { name: 'Mötesanteckningar', copy: true },
  styrgruppsrapport: { name: 'Rapport till styrgruppen', copy: true },
  'arlig-uppfoljning': { name: 'Årlig uppföljning', copy: true },
};

type Placed = Pick<Meeting, 'forum' | 'start' | 'folder'>;

const dayOf = ({ start }: Placed): string => start.slice(0, 10);

const yearFolder = (meeting: Placed): string => `${meeting.forum}/${dayOf(meeting).slice(0, 4)}`;

/** The meeting with a folder of its own, `hub-intro/2027/2027-03-16`; one that has got it keeps it, also when it is moved. */
export const withFolder = <Held extends Placed>(meeting: Held): Held => ({
  ...meeting,
  folder: meeting.folder ?? `${yearFolder(meeting)}/${dayOf(meeting)}`,
});

/** By the date the meeting is held; a later edition ends in `-v2`. */
const nameOf = (meeting: Placed, type: Handlingstyp, edition: number): string =>
  `${meeting.forum}-${dayOf(meeting)}-${type}${edition > 1 ? `-v${edition}` : ''}`;

/**
 * `hub-intro-2027-03-16-dagordning.docx` in the meeting's folder. What a meeting without a folder of its own has lies in the
 * year's, and what is filed later lies beside it.
 */
export const filePath = (meeting: Placed, type: Handlingstyp, edition = 1): string =>
  `${meeting.folder ?? yearFolder(meeting)}/${nameOf(meeting, type, edition)}.docx`;

/** An item that was approved by itself, by its number: an extract beside the minutes it is from. */
export const extractPath = (meeting: Placed, number: number, edition: number): string =>
  filePath(meeting, 'motesanteckningar', edition).replace(/\.docx$/, `-utdrag-punkt-${number}.docx`);

export const isExtract = (path: string): boolean => /-utdrag-punkt-\d+\.(docx|pdf)$/.test(path);

/** Drafts lie in a library of their own, in the year's folder: a folder for each meeting would be left empty when its draft goes. */
export const draftPath = (meeting: Placed, edition: number): string =>
  `${yearFolder(meeting)}/${nameOf(meeting, 'motesanteckningar', edition)}-utkast.docx`;

/** Beside a draft: what somebody had made of it by hand before this version of it was laid. */
export const handMadePath = (draft: string, version: number): string =>
  draft.replace(/\.docx$/, `-andrat-for-hand-${version}.docx`);

export const pdfBeside = (path: string): string => path.replace(/\.docx$/, '.pdf');

/** Registration numbers, one per authority in the forum; a missing one reads "ej angivet", never made up. */
export function registrationNumbers(agreement: Agreement, forum: Forum): string {
  return authoritiesIn(agreement, forum)
    .map((authority) => `${authority.name}: ${authority.dnr ?? 'ej angivet'}`)
    .join('; ');
}
