/** What the yearly follow-up says besides figures, in Swedish: how the forums worked, what they decided, asked and were answered. */
import { type Agreement, forumOf } from '../domain/agreement.ts';
import {
  FOLLOW_UP_FIELDS,
  type FollowUp,
  type FollowUpField,
  type ForumCount,
  type ForumYear,
  type YearChange,
  type YearQuestion,
} from '../domain/follow-up.ts';
import { placeName } from '../domain/question-paths.ts';
import { count, list, longDate } from '../domain/swedish.ts';
import type { DocumentText } from '../ports.ts';
import { actionRow, WORD } from './document-text.ts';
import type { Product } from './product.ts';
import { answerWord } from './question-words.ts';

const COUNTS: Record<ForumCount, string> = {
  planned: 'möten enligt planen',
  held: 'hållna möten',
  moved: 'flyttade möten',
  empty: 'möten där en verksamhet saknades',
  drafts: 'möten vars anteckningar inte är godkända',
  outcomes: 'beslut och överenskommelser',
  open: 'öppna åtgärder',
  lifted: 'lyfta frågor',
  answered: 'besvarade frågor',
};

/** What U 9 says it is to hold, in its order. */
const FIELDS: Record<FollowUpField, string> = {
  deviations: 'Avvikelser',
  progress: 'De viktigaste framstegen',
  analysis: 'Lokal analys av året',
  proposals: 'Förslag till åtgärder och insatser',
};

/** `Enhetschefsmöte: hållna möten 7 → 8` */
export function sayYearChange(change: YearChange): string {
  switch (change.kind) {
    case 'count':
      return `${change.name}: ${COUNTS[change.count]} ${count(change.was)} → ${count(change.now)}`;
    case 'outcome': {
      const what = `${change.name}, §\u00A0${change.paragraph}, ${longDate(change.start)}`;
      return `${what}: ${change.how === 'gone' ? 'står inte kvar' : 'har en annan lydelse'}`;
    }
    case 'words':
      return `${FIELDS[change.field]}: texten har ändrats`;
    case 'question':
      return `Fråga ${change.id}: har ändrats eller fått svar`;
  }
}

const meetings = (n: number): string => (n === 1 ? 'Ett möte' : `${count(n)} möten`);

function forumRow({ name, counts }: ForumYear) {
  const { planned, held, moved, empty, drafts, outcomes, lifted, answered } = counts;
  const notHeld = planned - held;
  return {
    forum: name,
    held: `${count(held)} av ${count(planned)}`,
    moved: count(moved),
    outcomes: count(outcomes),
    questions: `${count(lifted)} ${lifted === 1 ? 'lyft' : 'lyfta'}, ${count(answered)} ${answered === 1 ? 'besvarad' : 'besvarade'}`,
    note: [
      ...(notHeld > 0 ? [`${meetings(notHeld)} har inte avslutats.`] : []),
      ...(empty > 0 ? [`${meetings(empty)} saknade någon verksamhet.`] : []),
      ...(drafts > 0 ? [`${meetings(drafts)} har anteckningar som inte är godkända.`] : []),
    ].join(' '),
  };
}

const WAITS: Record<YearQuestion['state'], string> = {
  waiting: 'Väntar på svar',
  completing: 'Väntar på komplettering',
  'sent-back': 'Skickad tillbaka',
  answered: 'Besvarad',
  received: 'Besvarad',
  merged: 'Sammanslagen med en annan fråga',
  withdrawn: 'Dragen tillbaka',
};

function questionSaid(agreement: Agreement, { id, from, at, text, state, holder, answer }: YearQuestion): string {
  const place = (one: string) => placeName(agreement, one);
  const asked = from.length > 0 ? `Fråga ${id} från ${list(from.map(place))}, ${longDate(at)}` : `Beslut ${id}, ${longDate(at)}`;
  if (answer && from.length === 0) return `Beslut från ${place(answer.from)} ${longDate(answer.at)}: ${answer.text}`;
  const said = answer
    ? `${answerWord(answer.decided)} från ${place(answer.from)} ${longDate(answer.at)}: ${answer.text}`
    : `${WAITS[state]}${holder ? ` (${place(holder)})` : ''}.`;
  return `${asked}: ${text}\n${said}`;
}

/** The first items: one for each thing that is to be in it, also where nobody has written anything. */
export const wordItems = ({ words }: FollowUp): DocumentText['items'] =>
  FOLLOW_UP_FIELDS.map((field, n) => ({
    number: String(n + 1),
    title: FIELDS[field],
    why: '',
    paragraphs: words[field] === '' ? ['Ingenting är skrivet här.'] : words[field].split('\n'),
    outcomes: [],
    figures: [],
  }));

interface YearText {
  forums: NonNullable<DocumentText['forums']>;
  items: DocumentText['items'];
  actions: DocumentText['actions'];
  closing: DocumentText['closing'];
}

/** Its items are numbered after the `before` that stand above them. */
export function yearText(product: Product, year: FollowUp, before: number): YearText {
  const { agreement } = product;
  const decided = [...Map.groupBy(year.outcomes, ({ forum }) => forum).values()].map((own) => ({
    title: `Beslut och överenskommelser: ${own[0]!.name}`,
    why: 'Ur godkända mötesanteckningar',
    paragraphs: [],
    outcomes: own.map(({ paragraph, word, text, start }) => ({
      paragraph: `§\u00A0${paragraph}`,
      word: WORD[word],
      text: `${text} (${longDate(start)})`,
    })),
  }));
  const told = (title: string, why: string, questions: readonly YearQuestion[]) =>
    questions.length === 0
      ? []
      : [{ title, why, paragraphs: questions.map((one) => questionSaid(agreement, one)), outcomes: [] }];
  const items = [
    ...decided,
    ...told(
      'Frågor som har lyfts',
      'Ställda under året',
      year.questions.filter(({ from }) => from.length > 0),
    ),
    ...told(
      'Beslut uppifrån',
      'Inskrivna under året',
      year.questions.filter(({ from }) => from.length === 0),
    ),
  ];
  return {
    forums: year.forums.map(forumRow),
    items: items.map((item, n) => ({ ...item, number: String(before + n + 1), figures: [] })),
    actions: year.actions.map(({ forum, action }) => {
      const row = actionRow(product, action);
      return { ...row, what: `${row.what} (${forumOf(agreement, forum).called})` };
    }),
    closing: [
      'Ett möte räknas som hållet när det har avslutats med anteckningar. Beslut och överenskommelser är de i godkända anteckningar, åtgärder och frågor som de stod när uppföljningen frystes.',
    ],
  };
}
