/** What the documents say, in Swedish. The approval card shows the same text; its hash is what an approval binds to. */
import { createHash } from 'node:crypto';
import { forumOf, unitName } from '../domain/agreement.ts';
import { attendanceOf } from '../domain/attendance.ts';
import { countsOf } from '../domain/cases.ts';
import { registrationNumbers } from '../domain/filing.ts';
import { adjustedNow } from '../domain/immediate.ts';
import { isShare } from '../domain/indicator.ts';
import type { Action, ActionStatus, Item, Meeting } from '../domain/meeting.ts';
import { placeName } from '../domain/question-paths.ts';
import { type Changed, changedSinceFiled, editionOf } from '../domain/reopen.ts';
import { situationsUnder } from '../domain/situations.ts';
import { count, list, longDate, meetingTime, moment, percent } from '../domain/swedish.ts';
import type { DocumentText } from '../ports.ts';
import { originOfStanding, personView } from './agenda-view.ts';
import { inOrder } from './in-order.ts';
import type { Product } from './product.ts';

const REASON = {
  'not-reached': 'hanns inte med',
  'open-action': 'öppen åtgärd',
  tabled: 'bordlagd',
  continues: 'fortsätter',
} as const;
const BACK = { tabled: 'Bordlagd till nästa möte', continues: 'Tas upp igen nästa möte' } as const;
const HANDED_DOWN = { answer: 'Medskick från', decision: 'Beslut från', 'sent-back': 'Skickad tillbaka av' } as const;
export const WORD = { agreed: 'Överenskommet', decided: 'Beslut' } as const;

function why(product: Product, item: Item, meeting: Meeting): string {
  const forum = forumOf(product.agreement, meeting.forum);
  const late = item.late ? ', anmäld efter publicering' : '';
  switch (item.why.kind) {
    case 'standing': {
      const origin = originOfStanding(product, forum, item);
      return origin && 'source' in origin ? `Stående punkt (${origin.source})` : 'Stående punkt';
    }
    case 'carried-over':
      return `Förd över från ${longDate(item.why.from)}: ${REASON[item.why.reason]}${item.why.said ? `, ${item.why.said}` : ''}`;
    case 'proposed':
      return `Föreslagen av ${personView(product, item.why.by).name}${late}`;
    case 'threshold': {
      const { indicator: id, side, line } = item.why;
      const indicator = product.agreement.indicators.find((one) => one.id === id);
      const said = indicator && !isShare(indicator) ? count(line) : percent(line);
      return `Gränsvärde för en indikator: ${side === 'below' ? 'under' : 'över'} ${said}`;
    }
    case 'lifted': {
      const from = list(item.why.from.map((place) => placeName(product.agreement, place)));
      return `Från ${from}, lyft ${longDate(item.why.since)}${item.why.forDecision ? ', för beslut' : ''}${late}`;
    }
    case 'handed-down':
      return `${HANDED_DOWN[item.why.what]} ${placeName(product.agreement, item.why.from)} ${longDate(item.why.at)}`;
  }
}

const named = (product: Product, id: string): string => {
  const person = personView(product, id);
  return `${person.name}, ${person.unit}`;
};

const STATUS: Record<ActionStatus, string> = {
  open: 'Öppen',
  started: 'Påbörjad',
  postponed: 'Uppskjuten',
  done: 'Klar',
  withdrawn: 'Återtagen',
};

export function actionRow(product: Product, action: Action) {
  return {
    number: String(action.number),
    what: action.what,
    who: named(product, action.who),
    due: longDate(action.due),
    status: action.because ? `${STATUS[action.status]}: ${action.because}` : STATUS[action.status],
  };
}

const sayUnchanged = (count: number): string[] =>
  count === 0
    ? []
    : [count === 1 ? 'En äldre åtgärd är öppen och oförändrad.' : `${count} äldre åtgärder är öppna och oförändrade.`];

const sayChanged = (one: Changed): string =>
  one.kind === 'outcome' ? `§\u00A0${one.paragraph}` : `${one.kind === 'item' ? 'punkt' : 'åtgärd'} ${one.number}`;

/** A later edition says which one it replaces, what is changed and why; that is part of what is approved. */
function replaced(product: Product, meeting: Meeting): [label: string, value: string][] {
  return (meeting.reopenings ?? []).map(({ by, at, reason, approved }, n) => {
    const latest = n === (meeting.reopenings ?? []).length - 1;
    const changed = latest ? changedSinceFiled(meeting).map(sayChanged) : [];
    const what = changed.length > 0 ? ` Ändrat: ${list(changed)}.` : '';
    return [
      `Version ${n + 2}`,
      `Ersätter version ${n + 1}, godkänd ${moment(approved.at)}. Öppnad igen av ${named(product, by)} ${longDate(at)}. Skäl: ${reason}.${what}`,
    ];
  });
}

/** Under an item that comes back because the meeting says so. */
export const saidBack = (meeting: Meeting, item: Item): string[] =>
  (meeting.comesBack ?? []).filter((one) => one.item === item.id).map(({ how, reason }) => `${BACK[how]}: ${reason}`);

/** Under the item where the forum says what it lifts: which questions, or that there was nothing (ours). */
function liftedSaid(product: Product, meeting: Meeting, item: Item): string[] {
  const standing = forumOf(product.agreement, meeting.forum).standingItems.find(({ id }) => id === item.id);
  if (!standing?.lifts || meeting.lifted === undefined) return [];
  if (meeting.lifted.length === 0) return ['Inget att lyfta.'];
  return [`Lyft sedan förra mötet: ${list(meeting.lifted.map((id) => `fråga ${id}`))}.`];
}

/** Under an item that was approved by itself: by whom and when. */
export function adjustedSaid(product: Product, meeting: Meeting, item: Item): string[] {
  const adjusted = adjustedNow(meeting, item.id);
  return adjusted ? [`Omedelbart justerad av ${named(product, adjusted.by)}, ${moment(adjusted.at)}.`] : [];
}

/** What each organisation has reported, as it was given; who has not is said. */
export function situationsSaid(product: Product, meeting: Meeting, item: Item): string[] {
  const forum = forumOf(product.agreement, meeting.forum);
  return situationsUnder(meeting, forum, item.id).flatMap(({ from, text }) =>
    text === '' ? [`${from}: ingen lägesbild lämnad.`] : `${from}: ${text}`.split(/\s*\n\s*/),
  );
}

/** What a document says of cases: how many, of which kinds, and nothing else (domain rule 18). */
function casesSaid(product: Product, meeting: Meeting, item: Item): string[] {
  const { cases: rules } = forumOf(product.agreement, meeting.forum);
  if (rules?.item !== item.id) return [];
  const counts = meeting.caseCounts ?? countsOf(meeting, rules);
  const sum = counts.reduce((total, { count }) => total + count, 0);
  if (sum === 0) return ['Inga ärenden.'];
  return [`${sum} ${sum === 1 ? 'ärende' : 'ärenden'}: ${list(counts.map(({ kind, count }) => `${kind} ${count}`))}.`];
}

type Frozen = Meeting['figures'][number];

/** A figure as a row of the item's table; what else there is to say of it stands in paragraphs. */
const row = ({ item: _item, notes: _notes, ...figure }: Frozen) => figure;

const figuresOf = ({ indicators }: Item, figures: ReadonlyMap<string, Frozen>): Frozen[] =>
  indicators.map((id) => figures.get(id)).filter((figure) => figure !== undefined);

export function minutesText(
  product: Product,
  meeting: Meeting,
  next: { start: string; end: string; secretary: string | undefined } | undefined,
): DocumentText {
  const forum = forumOf(product.agreement, meeting.forum);
  const { stage } = meeting;
  const approval = stage.name === 'approved' || stage.name === 'filed' ? stage : undefined;
  const secretary = meeting.secretary ? named(product, meeting.secretary.person) : 'ingen utsedd';
  const units = [...new Set([...forum.units, ...Object.keys(meeting.attendance)])];
  return {
    kind: 'mötesanteckningar',
    title: `Mötesanteckningar: ${forum.name}, ${longDate(meeting.start)}`,
    banner: approval ? '' : 'UTKAST',
    facts: [
      ['Datum och tid', meetingTime(meeting.start, meeting.end)],
      ['Plats', forum.place],
      ['Överenskommelsens diarienummer', registrationNumbers(product.agreement, forum)],
      ['Sekreterare', secretary],
      ['Överenskommelse', `${product.agreement.name}, ${product.agreement.appendix}`],
      ...replaced(product, meeting),
    ],
    attendance: units.map((unit) => {
      const { known, present, absent, substitute, empty } = attendanceOf(meeting, unit);
      const names = (ids: string[]) => list(ids.map((id) => personView(product, id).name));
      const there = [...(present.length > 0 ? [names(present)] : []), ...(substitute ? [`ersättare: ${substitute}`] : [])];
      const missing = absent.length > 0 ? [`Frånvarande: ${names(absent)}`] : [];
      return {
        unit: unitName(product.agreement, unit),
        present: known ? (empty ? 'Ingen' : there.join('; ')) : 'Ej antecknad',
        note: [...(empty ? ['Verksamheten hade ingen representant på mötet'] : []), ...missing].join('. '),
      };
    }),
    items: meeting.items.map((item, index) => ({
      number: String(index + 1),
      title: item.title,
      why: why(product, item, meeting),
      paragraphs: [
        ...casesSaid(product, meeting, item),
        ...liftedSaid(product, meeting, item),
        ...situationsSaid(product, meeting, item),
        ...(item.background ? [`Bakgrund: ${item.background}`] : []),
        ...meeting.figures.filter((figure) => figure.item === item.id).flatMap((figure) => figure.notes ?? []),
        ...meeting.notes.filter((note) => note.item === item.id).map((note) => note.text as string),
        ...saidBack(meeting, item),
        ...(item.handled ? [item.handled as string] : []),
        ...(item.liftedAs ? [`Lyft som fråga ${item.liftedAs}.`] : []),
        ...adjustedSaid(product, meeting, item),
      ],
      outcomes: meeting.outcomes
        .filter((outcome) => outcome.item === item.id)
        .map((outcome) => ({ paragraph: `§\u00A0${outcome.paragraph}`, word: WORD[outcome.word], text: outcome.text })),
      figures: meeting.figures.filter((figure) => figure.item === item.id).map(row),
    })),
    actions: [...meeting.earlierActions.filter(({ changed }) => changed), ...meeting.actions].map((action) =>
      actionRow(product, action),
    ),
    closing: [
      ...sayUnchanged(meeting.earlierActions.filter(({ changed }) => !changed).length),
      next
        ? `Nästa möte: ${meetingTime(next.start, next.end)}.${next.secretary ? ` Sekreterare: ${next.secretary}.` : ''}`
        : 'Nästa möte är inte planerat.',
      ...(approval ? [`Godkända av ${named(product, approval.by)}, ${moment(approval.at)}, version ${editionOf(meeting)}.`] : []),
    ],
    properties: {
      Forum: forum.name,
      Motesdatum: meeting.start.slice(0, 10),
      Handlingstyp: 'Mötesanteckningar',
      Version: String(editionOf(meeting)),
      Diarienummer: registrationNumbers(product.agreement, forum),
      Sekreterare: secretary,
      GodkandAv: approval ? named(product, approval.by) : '',
      Innehallshash: approval?.hash ?? '',
      Status: approval ? 'Godkänd' : 'Utkast',
    },
  };
}

/** One item of the minutes as a document of its own; its hash is what an omedelbar justering binds to. */
export function extractText(product: Product, meeting: Meeting, id: string): DocumentText {
  const adjusted = adjustedNow(meeting, id);
  const at = meeting.items.findIndex((item) => item.id === id);
  const whole = minutesText(product, { ...meeting, adjusted: [] }, undefined);
  const forum = forumOf(product.agreement, meeting.forum);
  return {
    ...whole,
    title: `Utdrag ur mötesanteckningar: ${forum.name}, ${longDate(meeting.start)}, punkt ${at + 1}`,
    banner: adjusted ? '' : 'UTKAST',
    items: whole.items.slice(at, at + 1),
    actions: meeting.actions.filter(({ item }) => item === id).map((action) => actionRow(product, action)),
    closing: [
      'Utdraget omfattar en punkt. De övriga godkänns med anteckningarna i sin helhet.',
      ...meeting.items.slice(at, at + 1).flatMap((item) => adjustedSaid(product, meeting, item)),
    ],
    properties: {
      ...whole.properties,
      Status: adjusted ? 'Godkänd' : 'Utkast',
      GodkandAv: adjusted ? named(product, adjusted.by) : '',
      Innehallshash: adjusted?.hash ?? '',
    },
  };
}

/** Binds an approval to the text people were shown; what the approval itself adds is not part of it. */
export function textHash(text: DocumentText): string {
  const { title, facts, attendance, items, actions } = text;
  return createHash('sha256')
    .update(JSON.stringify(inOrder({ title, facts, attendance, items, actions, next: text.closing[0] })))
    .digest('hex');
}

export function agendaText(product: Product, meeting: Meeting, figures: ReadonlyMap<string, Frozen>): DocumentText {
  const forum = forumOf(product.agreement, meeting.forum);
  const secretary = meeting.secretary ? named(product, meeting.secretary.person) : 'ingen utsedd';
  return {
    kind: 'dagordning',
    title: `Dagordning: ${forum.name}, ${longDate(meeting.start)}`,
    banner: '',
    facts: [
      ['Datum och tid', meetingTime(meeting.start, meeting.end)],
      ['Plats', forum.place],
      ['Överenskommelsens diarienummer', registrationNumbers(product.agreement, forum)],
      ['Sekreterare', secretary],
      ['Överenskommelse', `${product.agreement.name}, ${product.agreement.appendix}`],
    ],
    attendance: [],
    items: meeting.items.map((item, index) => ({
      number: String(index + 1),
      title: item.title,
      why: `${why(product, item, meeting)} · ${item.minutes} min`,
      paragraphs: [
        ...casesSaid(product, meeting, item),
        ...situationsSaid(product, meeting, item),
        ...(item.background ? [item.background] : []),
        ...figuresOf(item, figures).flatMap(({ notes }) => notes ?? []),
      ],
      outcomes: [],
      figures: figuresOf(item, figures).map(row),
    })),
    actions: meeting.earlierActions.map((action) => actionRow(product, action)),
    closing: [],
    properties: {
      Forum: forum.name,
      Motesdatum: meeting.start.slice(0, 10),
      Handlingstyp: 'Dagordning',
      Version: '1',
      Diarienummer: registrationNumbers(product.agreement, forum),
      Sekreterare: secretary,
      GodkandAv: '',
      Innehallshash: '',
      Status: 'Publicerad',
    },
  };
}
