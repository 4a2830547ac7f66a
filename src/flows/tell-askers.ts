/** Tells people what has happened to their question: the askers personally, the convener when it is the forum's turn again. */
import { convenerOf } from '../domain/agreement.ts';
import { askersNow, isUnasked, type Question, type QuestionEvent } from '../domain/question.ts';
import { placeName } from '../domain/question-paths.ts';
import type { Change, View } from '../ports.ts';
import { message, updateCard } from './cards.ts';
import { nudge } from './nudge.ts';
import type { Actor, Product } from './product.ts';
import { sayPromise } from './question-promise.ts';
import { answerWord } from './question-words.ts';

type Button = { title: string; verb: string; data: Record<string, string>; dialog: boolean; primary: boolean };

export const showWay = (question: string): Button => ({
  title: 'Visa frågans väg',
  verb: 'question_show',
  data: { question },
  dialog: false,
  primary: false,
});

export const opens = (title: string, dialog: 'lift' | 'question', data: Record<string, string>, primary = false): Button => ({
  title,
  verb: dialog,
  data,
  dialog: true,
  primary,
});

/** What one event means to somebody who asked from `forum`; undefined when it is no news to them. */
async function news(
  product: Product,
  change: Change,
  question: Question,
  event: QuestionEvent,
  forum: string,
): Promise<View | undefined> {
  const { id } = question;
  const said = (text: string, detail: string, ...buttons: Button[]) =>
    message(text, { detail, buttons: [...buttons, showWay(id)] });
  const place = (name: string) => placeName(product.agreement, name);
  switch (event.kind) {
    case 'more-wanted':
      return said(
        `Fråga ${id} behöver kompletteras: ${event.text}`,
        question.text,
        opens('Komplettera', 'question', { question: id, how: 'complete' }, true),
      );
    case 'lifted':
      return said(`${await sayPromise(product, change, question, forum, `Fråga ${id} är lyft vidare till`)}`, question.text);
    case 'sent-back': {
      const { state } = question;
      const from = state.name === 'sent-back' ? place(state.from) : 'mötet';
      return said(
        `Fråga ${id} är skickad tillbaka från ${from}: ${event.reason}`,
        question.text,
        opens('Lyft igen', 'lift', { question: id, how: 'again' }, true),
      );
    }
    case 'merged':
      return message(`Fråga ${id} är sammanslagen med fråga ${event.into}. Du står kvar som en av dem som frågar.`, {
        detail: question.text,
        buttons: [showWay(event.into)],
      });
    case 'answered': {
      if (isUnasked(question)) return undefined;
      const { state } = question;
      const from = state.name === 'answered' ? place(state.answer.from) : 'mötet';
      return said(`${answerWord(event.decided)} från ${from} på fråga ${id}: ${event.text}`, question.text);
    }
    default:
      return undefined;
  }
}

/** The card that asks for more, by which time it is. */
const wantedKey = ({ id, history }: Question, person: string): string =>
  `question/${id}/${person}/more-wanted/${history.filter(({ kind }) => kind === 'more-wanted').length}`;

const completed = (question: Question, text: string): View =>
  message(`Fråga ${question.id} är kompletterad: ${text}`, { detail: question.text, buttons: [showWay(question.id)] });

/** What the forum whose turn it is learns at once through its convener. */
function forConvener(question: Question, event: QuestionEvent): { text: string } | undefined {
  if (event.kind === 'completed') return { text: `Fråga ${question.id} är kompletterad: ${event.text}` };
  if (event.kind === 'unclear') return { text: `Svaret på fråga ${question.id} behöver förtydligas: ${event.text}` };
  if (event.kind === 'raised' && question.urgency === 'urgent')
    return { text: `Brådskande fråga ${question.id} är lyft till er.` };
  return undefined;
}

export async function tellOf(
  product: Product,
  change: Change,
  question: Question,
  events: readonly QuestionEvent[],
  who: Actor,
): Promise<void> {
  for (const event of events) {
    const told = new Set<string>();
    for (const asker of askersNow(question)) {
      if (told.has(asker.person)) continue;
      told.add(asker.person);
      const card = await news(product, change, question, event, asker.forum);
      const key =
        event.kind === 'more-wanted'
          ? wantedKey(question, asker.person)
          : `question/${question.id}/${asker.person}/${event.kind}/${who.cause}`;
      if (event.kind === 'completed')
        await updateCard(change, wantedKey(question, asker.person), who.cause, completed(question, event.text));
      if (card) await nudge(product, change, { forum: asker.forum, person: asker.person }, key, card);
    }
    const { state } = question;
    const words = forConvener(question, event);
    const convener = state.name === 'waiting' ? convenerOf(product.agreement, asForum(product, state.at) ?? '') : undefined;
    if (words && convener)
      await nudge(
        product,
        change,
        { forum: asForum(product, state.name === 'waiting' ? state.at : '') ?? '', person: convener.id },
        `question/${question.id}/convener/${event.kind}/${who.cause}`,
        message(words.text, {
          detail: question.text,
          buttons: [opens('Hantera frågan', 'question', { question: question.id, how: 'handle' }, true), showWay(question.id)],
        }),
      );
  }
}

const asForum = (product: Product, place: string): string | undefined =>
  product.agreement.forums.find((forum) => forum.id === place)?.id;
