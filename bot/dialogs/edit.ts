import { adjustedNow } from '../../src/domain/immediate.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Edit } from '../../src/domain/minutes.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { mayIn } from '../../src/domain/rights.ts';
import { kept, together, type Written } from '../../src/domain/two-editors.ts';
import { editMinutes } from '../../src/flows/approve-minutes.ts';
import { view } from '../../src/flows/cards.ts';
import { commentsLeft } from '../../src/flows/meeting-cards.ts';
import type { Product } from '../../src/flows/product.ts';
import { isCases } from '../../src/flows/take-notes.ts';
import type { Claims } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { keepOf, mark } from '../seen-mark.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const FIELD = 'field_';

/** One field per item's notes, per outcome and per action, but for items that are approved by themselves. Ids carry no colon: some clients drop them. */
function fields(product: Product, meeting: Meeting): { id: string; label: string; text: string }[] {
  const isFree = ({ item }: { item: string }) => !adjustedNow(meeting, item);
  return [
    ...meeting.items.flatMap((item, index) =>
      isCases(product, meeting, item.id) || !isFree({ item: item.id })
        ? []
        : [
            {
              id: `notes:${item.id}`,
              label: `${index + 1}. ${item.title}`.slice(0, 150),
              text: meeting.notes
                .filter((one) => one.item === item.id)
                .map((one) => one.text)
                .join('\n'),
            },
          ],
    ),
    ...meeting.outcomes
      .filter(isFree)
      .map((one) => ({ id: `outcome:${one.id}`, label: `§ ${one.paragraph}`, text: one.text as string })),
    ...(meeting.comesBack ?? []).filter(isFree).map((one) => ({
      id: `back:${one.item}`,
      label: `Punkt ${meeting.items.findIndex(({ id }) => id === one.item) + 1}: varför den tas upp igen`,
      text: one.reason as string,
    })),
    ...meeting.actions
      .filter(isFree)
      .map((one) => ({ id: `action:${one.id}`, label: `Åtgärd ${one.number}`, text: one.what as string })),
  ];
}

type Field = ReturnType<typeof fields>[number];

const marks = (all: readonly Field[]): string => all.map(({ text }) => mark(text)).join('.');

/** What was typed over what stands. */
const typedIn = (all: readonly Field[], claims: Claims): Field[] =>
  all.map((field) => ({ ...field, text: claims[`${FIELD}${field.id}`] ?? field.text }));

function shown(
  { product }: Turn,
  meeting: Meeting,
  version: number,
  texts: (Field & { theirs?: string })[],
  { seen, take }: { seen: string; take: string },
  error: string,
): Opened {
  const comments = commentsLeft(product, meeting).filter(({ item }) => !adjustedNow(meeting, meeting.items[item - 1]!.id));
  const fieldViews = texts.map((field) => ({ ...field, theirs: field.theirs ?? null }));
  return {
    title: 'Ändra anteckningarna',
    view: view('dialog-edit', { meeting: meeting.id, version, seen, fields: fieldViews, comments, take, error }),
  };
}

/** Notes are one paragraph a line; the others are one text. */
const between = ({ id }: Field): string => (id.startsWith('notes:') ? '\n' : ' ');

const OTHERS = 'Någon annan ändrade andra delar samtidigt; båda ändringarna är med.';
const CHOOSE =
  'Någon annan har ändrat utkastet medan du skrev. Båda texterna finns kvar: välj vad som gäller där det står två, och spara.';

export const edit: Dialog = {
  async open(turn, { meeting: id = '' }) {
    const { product, forum, actor } = turn;
    const meeting = await product.store.read((reader) => reader.meeting(id));
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    if (!mayIn(product.agreement, actor.person, 'keep-minutes', meeting)) return { say: refusals['not-secretary'] };
    if (meeting.stage.name !== 'draft')
      return { say: meeting.stage.name === 'in-progress' ? refusals['not-closed'] : refusals['already-approved'] };
    const all = fields(product, meeting);
    return shown(turn, meeting, meeting.version, all, { seen: marks(all), take: '' }, '');
  },

  async submit(turn, claims) {
    const { product, forum, actor } = turn;
    const meeting = await product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    const { take = '' } = claims;
    const all = fields(product, meeting);
    const typed = typedIn(all, claims);
    const label = new Map(all.map((field) => [field.id, field]));
    const mine = new Map(typed.map(({ id, text }) => [id, text]));
    const late = Number(claims['version']) !== meeting.version;
    const merged: Written[] = late
      ? together(all, mine, (claims['seen'] ?? '').split('.'), mark)
      : typed.map((one) => chosen(one, label, claims));
    const texts = merged.map((one) => ({ ...label.get(one.id)!, ...one }));
    if (texts.some(({ theirs }) => theirs !== undefined))
      return shown(turn, meeting, meeting.version, texts, { seen: marks(all), take }, CHOOSE);
    const edits: Edit[] = texts.map(({ id, text }) => ({ field: id, text: ownText(text) }));
    const done = await editMinutes(product, actor, meeting.id, meeting.version, edits, chosenComments(meeting, take));
    if (done.ok) return { saved: late ? `Utkastet är ändrat. ${OTHERS}` : 'Utkastet är ändrat.' };
    // Changed again between our look and our change: what was typed is kept, over what was seen.
    if (done.no === 'stale')
      return shown(turn, meeting, Number(claims['version']), typed, { seen: claims['seen'] ?? '', take }, CHOOSE);
    return { say: refusals[done.no] };
  },

  async again(turn, claims, stop) {
    const { product, forum } = turn;
    const meeting = await product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    if (meeting.stage.name !== 'draft') return { say: refusals['not-closed'] };
    const { take = '' } = claims;
    const typed = typedIn(fields(product, meeting), claims);
    const label = typed.find(({ id }) => stop.fields.includes(`${FIELD}${id}`))?.label;
    const error = label ? `${label}: ${stop.say('texten')}` : stop.say('ett fält');
    return shown(turn, meeting, Number(claims['version']), typed, { seen: claims['seen'] ?? '', take }, error);
  },
};

/** Said by their places: ids of what Teams has delivered would be read as numbers by the personal-data stop. */
function chosenComments({ comments = [] }: Meeting, take: string): string[] {
  const places = take.split(',').filter((one) => one !== '');
  return places.map((place) => comments[Number(place)]?.id).filter((id) => id !== undefined);
}

/** What its writer chose where two had written: the other's text is the one that stands. */
function chosen(typed: Field, present: ReadonlyMap<string, Field>, claims: Claims): Field {
  const keep = claims[`keep_${typed.id}`];
  const field = present.get(typed.id)!;
  if (keep === undefined || field.text.trim() === typed.text.trim()) return typed;
  return { ...typed, text: kept({ ...typed, theirs: field.text }, keepOf(keep), between(typed)) };
}
