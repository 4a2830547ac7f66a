/** The word to the secretary of what members have said of the draft: gathered, and taken back when the secretary has acted. */
import { forumOf } from '../domain/agreement.ts';
import { saidAt, untold } from '../domain/comment-word.ts';
import type { Meeting } from '../domain/meeting.ts';
import { editionOf } from '../domain/reopen.ts';
import { longDate } from '../domain/swedish.ts';
import type { Change } from '../ports.ts';
import { personView } from './agenda-view.ts';
import { message, postCard, takeBack } from './cards.ts';
import type { Product } from './product.ts';

/** The latest word: of the comments from which on, when it goes, and which of them it is. */
interface Word {
  from: number;
  at: string;
  number: number;
}

const setting = (meeting: Meeting): string => `comments-told/${meeting.id}/v${editionOf(meeting)}`;
const key = (meeting: Meeting, number: number): string => `comments/${meeting.id}/v${editionOf(meeting)}/${number}`;

async function latest(change: Change, meeting: Meeting): Promise<Word | undefined> {
  const kept = await change.setting(setting(meeting));
  return kept === undefined ? undefined : (JSON.parse(kept) as Word);
}

/** After a member has commented the draft. What waits to be said is said with it; what has been said is not said again. */
export async function tellOfComments(product: Product, change: Change, meeting: Meeting): Promise<void> {
  const { secretary, comments = [], stage } = meeting;
  if (stage.name !== 'draft' || !secretary || comments.at(-1)?.by === secretary.person) return;
  const now = product.clock.now();
  const before = await latest(change, meeting);
  const waits = before !== undefined && Temporal.Instant.compare(Temporal.Instant.from(before.at), now.toInstant()) > 0;
  const from = waits ? Math.min(before.from, comments.length - 1) : comments.length - 1;
  const at = waits ? Temporal.Instant.from(before.at) : saidAt(now, forumOf(product.agreement, meeting.forum).pauses).toInstant();
  const number = (before?.number ?? 0) + 1;
  if (waits) await takeBack(change, [key(meeting, before.number)]);
  await change.keepSetting(setting(meeting), JSON.stringify({ from, at: at.toString(), number }));
  await postCard(change, { person: secretary.person }, key(meeting, number), shown(product, meeting, from), at);
}

function shown(product: Product, meeting: Meeting, from: number) {
  const said = untold(meeting, from);
  const many = said.length === 1 ? 'En kommentar' : `${said.length} kommentarer`;
  const each = said.map(({ item, by }) => {
    const number = meeting.items.findIndex(({ id }) => id === item) + 1;
    return `Punkt ${number}: ${personView(product, by).name}.`;
  });
  return message(`${many} på utkastet från ${longDate(meeting.start)}.`, {
    detail: `${[...new Set(each)].join(' ')} Ta in dem med Ändra, eller godkänn utan dem.`,
    buttons: [
      { title: 'Visa anteckningarna', verb: 'minutes_show', data: { meeting: meeting.id }, dialog: false, primary: true },
    ],
  });
}

/** Whoever edits or approves has the comments before them: a word that waits is needless. */
export async function commentsSeen(product: Product, change: Change, meeting: Meeting): Promise<void> {
  const before = await latest(change, meeting);
  if (!before) return;
  await takeBack(change, [key(meeting, before.number)]);
  await change.keepSetting(setting(meeting), JSON.stringify({ ...before, at: product.clock.now().toInstant().toString() }));
}
