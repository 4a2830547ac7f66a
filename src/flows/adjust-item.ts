/** Omedelbar justering of one item: its text stands from now on, and an extract with it is filed at once. */
import { forumOf } from '../domain/agreement.ts';
import { extractPath } from '../domain/filing.ts';
import { noticed } from '../domain/filing-notices.ts';
import { adjust } from '../domain/immediate.ts';
import { wallClock } from '../domain/meeting.ts';
import { editionOf } from '../domain/reopen.ts';
import { no, type Result } from '../domain/result.ts';
import { mayIn } from '../domain/rights.ts';
import type { Change } from '../ports.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import { copyInPdf } from './copy-in-pdf.ts';
import { extractText, textHash } from './document-text.ts';
import { documentColumns, type Filed, type FilePayload, nameOf } from './file-document.ts';
import { layDraft } from './lay-draft.ts';
import { showMinutes } from './meeting-cards.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { hasRead, isLong, pagesRead } from './read-minutes.ts';
import { tellRegistrars } from './tell-registrars.ts';

export function adjustItem(
  product: Product,
  who: Actor,
  meetingId: string,
  item: string,
  shown: { hash: string; comments: number },
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    if (!mayIn(product.agreement, who.person, 'keep-minutes', meeting)) return no('not-secretary');
    const number = meeting.items.findIndex(({ id }) => id === item) + 1;
    if (number === 0) return no('no-such-item');
    const text = extractText(product, meeting, item);
    const present = { hash: textHash(text) };
    const adjusted = adjust(meeting, item, shown, present, who.person.id, wallClock(product.clock.now()));
    if (!adjusted.ok) return no(adjusted.no);
    const reading = { ...shown, meeting: meetingId, person: who.person.id };
    if (isLong(text, []) && !(await hasRead(change, reading, pagesRead(text, []).length))) return no('unread');
    await change.save(adjusted.value);
    const edition = editionOf(meeting);
    const path = extractPath(meeting, number, edition);
    const extract = extractText(product, adjusted.value, item);
    const approval = { by: who.person.id, hash: present.hash };
    const columns = documentColumns(product, meeting, 'motesanteckningar', extract.title, { edition, approval });
    const payload: FilePayload = {
      meeting: meetingId,
      type: 'motesanteckningar',
      edition,
      path,
      text: extract,
      columns,
      extract: true,
    };
    await change.enqueue({ idemKey: `file/${path}`, kind: 'file', lane: `file/${path}`, payload });
    if (meeting.stage.name === 'draft') await layDraft(change, adjusted.value);
    await showMinutes(product, change, adjusted.value, figures, who.cause);
    return adjusted;
  });
}

/** The extract lies there; the minutes themselves are where they were. */
export async function extractFiled(
  product: Product,
  change: Change,
  payload: FilePayload,
  { filed, words }: Filed,
): Promise<void> {
  const { path, type, edition, columns } = payload;
  await change.keepFiled({ ...filed, path, meeting: payload.meeting, type, edition, columns, words, told: '' });
  await copyInPdf(change, path);
  const meeting = await change.meeting(payload.meeting);
  await tellRegistrars(product, change, payload, filed.webUrl, meeting?.forum);
  const next = meeting && noticed(meeting, nameOf(payload), '');
  if (!next || next === meeting) return;
  await change.save(next);
  const figures = await product.figures.look(forumOf(product.agreement, meeting.forum));
  await showMinutes(product, change, next, figures, `filed-${path}`);
}
