/** Puts a meeting's present state on its cards, wherever they are. */

import { returns } from '../domain/agenda.ts';
import { authoritiesIn, forumOf, membersOf, unitName } from '../domain/agreement.ts';
import { attendanceOf } from '../domain/attendance.ts';
import { left } from '../domain/comments.ts';
import { noticeOf } from '../domain/filing-notices.ts';
import { adjustable } from '../domain/immediate.ts';
import type { Meeting } from '../domain/meeting.ts';
import { commentCount } from '../domain/minutes.ts';
import { mayRegister, registrations } from '../domain/registration.ts';
import { draftDue } from '../domain/reopen.ts';
import { mayIn } from '../domain/rights.ts';
import type { Change, DocumentText, Reader, View } from '../ports.ts';
import { agendaView, commentsOn, convenerId, type FigureMap, personById, personView, whyView } from './agenda-view.ts';
import { asAsked } from './asked-figures.ts';
import { agendaKey, minutesKey, updateCard, view } from './cards.ts';
import { adjustedSaid, minutesText, saidBack, situationsSaid, textHash } from './document-text.ts';
import { rememberShown } from './figures-shown.ts';
import type { Product } from './product.ts';
import { isLong } from './read-minutes.ts';
import type { ApprovalView } from './views/approval.ts';
import type { MinutesView } from './views/minutes.ts';
import type { DraftCommentView } from './views/papers.ts';

export async function showAgenda(
  product: Product,
  change: Change,
  meeting: Meeting,
  figures: FigureMap,
  cause: string,
): Promise<void> {
  await rememberShown(change, meeting, figures);
  await updateCard(change, agendaKey(meeting.id), cause, view('agenda', await agendaView(product, change, meeting, figures)));
}

export function minutesView(product: Product, meeting: Meeting, figures: FigureMap): MinutesView {
  const forum = forumOf(product.agreement, meeting.forum);
  const members = membersOf(product.agreement, forum.id);
  const { again, ends } = returns(meeting);
  return {
    meeting: meeting.id,
    forum: forum.name,
    start: meeting.start,
    end: meeting.end,
    attendance: forum.units.map((unit) => {
      const { present, absent, ...noted } = attendanceOf(meeting, unit);
      const names = (ids: string[]) => ids.map((id) => members.find((person) => person.id === id)?.name ?? id);
      return { ...noted, unit: unitName(product.agreement, unit), present: names(present), absent: names(absent) };
    }),
    items: meeting.items.map((item, index) => ({
      number: index + 1,
      title: item.title,
      why: whyView(product, forum, item),
      notes: [
        ...situationsSaid(product, meeting, item),
        ...meeting.notes.filter((note) => note.item === item.id).map((note) => note.text),
        ...saidBack(meeting, item),
        ...adjustedSaid(product, meeting, item),
      ],
      outcomes: meeting.outcomes
        .filter((outcome) => outcome.item === item.id)
        .map(({ paragraph, word, text }) => ({ paragraph, word, text })),
      actions: meeting.actions
        .filter((action) => action.item === item.id)
        .map(({ number, what, who, due }) => ({ number, what, who: personView(product, who).name, due })),
      figures: item.indicators.map((id) => figures.get(id)).filter((figure) => figure !== undefined),
      comments: commentsOn(product, meeting, item),
      current: item.id === meeting.current,
    })),
    mandate: forum.mandate,
    lifts: forum.lifts.length > 0,
    returns: again.map((one) => ({ ...one, said: one.said ?? '' })),
    ends,
  };
}

/** The text of the minutes as it is now, with the next meeting as it is now. */
export async function presentText(product: Product, read: Reader, meeting: Meeting): Promise<DocumentText> {
  const after = (await read.meetings(meeting.forum)).find((one) => one.slot > meeting.slot);
  const secretary = after?.secretary && personView(product, after.secretary.person);
  const next = after && {
    start: after.start,
    end: after.end,
    secretary: secretary ? `${secretary.name}, ${secretary.unit}` : undefined,
  };
  return minutesText(product, meeting, next);
}

/** What members have said of the draft that is not in it, by the item it is about. */
export const commentsLeft = (product: Product, meeting: Meeting): DraftCommentView[] =>
  left(meeting).map(({ id, item, by, text }) => ({
    place: meeting.comments!.findIndex((one) => one.id === id),
    item: meeting.items.findIndex((one) => one.id === item) + 1,
    by: personView(product, by).name,
    text,
  }));

export function approvalView(product: Product, meeting: Meeting, text: DocumentText, reader: string): ApprovalView {
  const forum = forumOf(product.agreement, meeting.forum);
  const { stage } = meeting;
  const comments = stage.name === 'draft' ? commentsLeft(product, meeting) : [];
  const person = personById(product, reader);
  const keepsMinutes = person !== undefined && mayIn(product.agreement, person, 'keep-minutes', meeting);
  const approved = stage.name === 'approved' || stage.name === 'filed' ? stage : undefined;
  return {
    meeting: meeting.id,
    forum: forum.name,
    start: meeting.start,
    state: stage.name === 'filed' ? 'filed' : stage.name === 'approved' ? 'approved' : 'draft',
    version: meeting.version,
    hash: approved?.hash ?? textHash(text),
    due: draftDue(meeting, forum).toString(),
    facts: text.facts.map(([label, value]) => ({ label, value })),
    attendance: text.attendance.map((row) => ({ ...row })),
    items: text.items.map((item) => ({
      ...item,
      paragraphs: [...item.paragraphs],
      outcomes: item.outcomes.map((outcome) => ({ ...outcome })),
      figures: item.figures.map((figure) => ({ ...figure })),
    })),
    actions: text.actions.map((action) => ({ ...action })),
    closing: [...text.closing],
    authorities: authoritiesIn(product.agreement, forum).map((authority) => authority.name),
    approved: approved ? { by: personView(product, approved.by).name, at: approved.at } : null,
    reopened: meeting.reopenings?.at(-1)?.reason ?? '',
    registered:
      stage.name === 'filed'
        ? registrations(product.agreement, meeting).map(({ authority, dnr = '' }) => ({ authority: authority.name, dnr }))
        : [],
    mayRegister: person !== undefined && mayRegister(product.agreement, person, meeting).length > 0,
    url: stage.name === 'filed' ? stage.url : stage.name === 'draft' ? (meeting.draftUrl ?? '') : '',
    mayApprove: keepsMinutes,
    mayAdjust: keepsMinutes && adjustable(meeting).length > 0,
    comments,
    long: isLong(text, comments),
    commentCount: commentCount(meeting),
    notice: noticeOf(meeting),
  };
}

/** The secretary's card: notes while the meeting is on, the text to approve after that. */
export async function secretaryCard(
  product: Product,
  read: Reader,
  meeting: Meeting,
  figures: FigureMap,
  reader: string,
): Promise<View> {
  if (meeting.stage.name === 'in-progress')
    return view('minutes', minutesView(product, meeting, await asAsked(read, meeting.id, figures)));
  return view('approval', approvalView(product, meeting, await presentText(product, read, meeting), reader));
}

/** Every personal minutes card that has been posted: the secretary's, and the convener's once it was handed over. */
export async function showMinutes(
  product: Product,
  change: Change,
  meeting: Meeting,
  figures: FigureMap,
  cause: string,
): Promise<void> {
  const readers = new Set([meeting.secretary?.person, convenerId(product, meeting.forum)].filter((id) => id !== undefined));
  for (const reader of readers) {
    const key = minutesKey(meeting.id, reader);
    const posted = reader === meeting.secretary?.person || (await change.setting(`posted/${key}`)) !== undefined;
    if (posted) await updateCard(change, key, cause, await secretaryCard(product, change, meeting, figures, reader));
  }
}

/**
 * A draft names the next meeting and who writes there. When that changes, the draft's card follows, so that what is shown
 * is what can be approved.
 */
export async function showDraftBefore(product: Product, change: Change, meeting: Meeting, cause: string): Promise<void> {
  const before = (await change.meetings(meeting.forum, { to: meeting.slot })).filter((one) => one.slot < meeting.slot).at(-1);
  if (before?.stage.name === 'draft') await showMinutes(product, change, before, new Map(), cause);
}
