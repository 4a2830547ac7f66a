import type { Item, Meeting } from '../../src/domain/meeting.ts';
import { reachedStage } from '../../src/domain/meeting.ts';
import { trimmed } from '../../src/domain/privacy.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { view } from '../../src/flows/cards.ts';
import { nextUnpublished } from '../../src/flows/meetings.ts';
import { changeItem, proposeItem } from '../../src/flows/propose-item.ts';
import type { ProposeDialogView } from '../../src/flows/views/agenda.ts';
import type { Claims } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const TITLE = 'Föreslå punkt';
const KINDS = ['discussion', 'information', 'question'] as const;
type Kind = (typeof KINDS)[number];
const CALLED: Record<string, string> = { title: 'rubriken', background: 'bakgrunden' };
const LONGEST = { title: 120, background: 1000 };

const kindOf = (said: string | undefined): Kind => KINDS.find((kind) => kind === said) ?? 'discussion';

function shown(turn: Turn, meeting: Meeting, filled: Partial<ProposeDialogView>): Opened {
  const data: ProposeDialogView = {
    meeting: meeting.id,
    forum: turn.forum.name,
    start: meeting.start,
    when: reachedStage(meeting, 'published') ? 'late' : 'agenda',
    title: '',
    background: '',
    minutes: 10,
    kind: 'discussion',
    item: '',
    error: '',
    ...filled,
  };
  return { title: data.item ? 'Ändra punkten' : TITLE, view: view('dialog-propose', data) };
}

const filledIn = (claims: Claims, error: string): Partial<ProposeDialogView> => ({
  title: claims['title'] ?? '',
  background: claims['background'] ?? '',
  minutes: minutesOf(claims) ?? 10,
  kind: kindOf(claims['kind']),
  item: claims['item'] ?? '',
  error,
});

function minutesOf(claims: Claims): number | undefined {
  const minutes = Number(claims['minutes']);
  return Number.isInteger(minutes) && minutes >= 5 && minutes <= 60 ? minutes : undefined;
}

const existing = (meeting: Meeting, item: string): Item | undefined => meeting.items.find((one) => one.id === item);

export const propose: Dialog = {
  async open(turn, { meeting: id = '', item: itemId = '' }) {
    const meeting = await turn.product.store.read((reader) => reader.meeting(id));
    if (!meeting || meeting.forum !== turn.forum.id) return { say: refusals['no-meeting'] };
    if (reachedStage(meeting, 'draft')) return { say: refusals['not-open'] };
    const item = existing(meeting, itemId);
    if (!item || item.kind === 'standing') return shown(turn, meeting, {});
    if (item.why.kind !== 'proposed' || item.why.by !== turn.actor.person.id) return { say: refusals['not-yours'] };
    if (reachedStage(meeting, 'published')) return { say: refusals.locked };
    const { title, background, minutes, kind } = item;
    return shown(turn, meeting, { title, background, minutes, kind, item: itemId });
  },

  async submit(turn, claims) {
    const { product, actor, forum } = turn;
    const meeting = await product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    const again = (error: string) => shown(turn, meeting, filledIn(claims, error));
    const [title, background] = [trimmed(claims['title']), trimmed(claims['background'])];
    if (title === '') return again('Skriv en rubrik.');
    if (title.length > LONGEST.title) return again(`Rubriken får ha högst ${LONGEST.title} tecken.`);
    if (background.length > LONGEST.background) return again(`Bakgrunden får ha högst ${LONGEST.background} tecken.`);
    const minutes = minutesOf(claims);
    if (minutes === undefined) return again('Skriv antal minuter, 5 till 60.');
    const what = { title, background, minutes, kind: kindOf(claims['kind']) };
    if (claims['item']) {
      const done = await changeItem(product, actor, meeting.id, claims['item'], what);
      return done.ok ? { saved: 'Punkten är ändrad.' } : { say: refusals[done.no] };
    }
    const published = reachedStage(meeting, 'published');
    const now = claims['late'] === 'now';
    const target = published && !now ? await product.store.read((reader) => nextUnpublished(reader, forum.id)) : meeting;
    if (!target) return { say: refusals['no-meeting'] };
    const done = await proposeItem(product, actor, target.id, what, published && now);
    return done.ok ? { saved: `Tack, punkten står på dagordningen för ${longDate(target.start)}.` } : { say: refusals[done.no] };
  },

  async again(turn, claims, stop) {
    const meeting = await turn.product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
    if (!meeting || meeting.forum !== turn.forum.id) return { say: refusals['no-meeting'] };
    return shown(turn, meeting, filledIn(claims, stop.say(CALLED[stop.fields[0] ?? ''] ?? 'ett fält')));
  },
};
