/** Where a question stands and its whole way; and lists of questions. For those who may see them. */
import type { Person } from '../domain/agreement.ts';
import { type AnswerTimes, timesPerPlace, wholeWay } from '../domain/answer-times.ts';
import { wallClock } from '../domain/meeting.ts';
import {
  ageInDays,
  askersNow,
  askingForums,
  daysBetween,
  isOpen,
  placesOf,
  type Question,
  type QuestionEvent,
} from '../domain/question.ts';
import { placeName } from '../domain/question-paths.ts';
import type { May } from '../domain/question-rights.ts';
import { list, longDate } from '../domain/swedish.ts';
import type { Reader } from '../ports.ts';
import { personView } from './agenda-view.ts';
import { rightsOf } from './change-questions.ts';
import type { Product } from './product.ts';
import { promiseOf } from './question-promise.ts';
import { answerWord } from './question-words.ts';
import { opens } from './tell-askers.ts';
import type { QuestionsView } from './views/questions.ts';

const days = (n: number): string => (n === 1 ? '1 dag' : `${n} dagar`);

/** Where it stands now, in one sentence. */
export function standsNow(product: Product, question: Question): string {
  const { state } = question;
  const place = (name: string) => placeName(product.agreement, name);
  switch (state.name) {
    case 'waiting':
      return `Väntar på svar från ${place(state.at)}${state.forDecision ? ', för beslut' : ''}`;
    case 'completing':
      return 'Väntar på komplettering av den som frågade';
    case 'sent-back':
      return `Skickad tillbaka från ${place(state.from)}; väntar på den som frågade`;
    case 'answered': {
      const waiting = state.receipts.filter((one) => !one.received).map((one) => place(one.forum));
      return `Besvarad av ${place(state.answer.from)}; ska tas emot av ${list(waiting)}`;
    }
    case 'received':
      return 'Besvarad och mottagen';
    case 'merged':
      return `Sammanslagen med fråga ${state.into}`;
    case 'withdrawn':
      return 'Dragen tillbaka';
  }
}

function happened(product: Product, event: QuestionEvent, at: string): { title: string; detail: string } | undefined {
  const who = event.by === '' ? '' : personView(product, event.by).name;
  const place = (name: string) => placeName(product.agreement, name);
  const row = (where: string, detail: string) => ({ title: `${longDate(event.at)} · ${where}`, detail });
  switch (event.kind) {
    case 'raised':
      if (event.unasked) return row(place(event.forum), `${who} skrev in ett beslut från ${place(event.to)}.`);
      return row(place(event.forum), `${who} lyfte frågan till ${place(event.to)}${event.forDecision ? ' för beslut' : ''}.`);
    case 'changed':
      return row(who, `Ändrade frågan: ${event.text}`);
    case 'more-wanted':
      return row(place(at), `${who} begärde komplettering: ${event.text}`);
    case 'completed':
      return row(who, `Kompletterade: ${event.text}`);
    case 'lifted':
      return row(place(at), `Lyft vidare till ${place(event.to)}${event.forDecision ? ' för beslut' : ''}. ${event.note}`.trim());
    case 'sent-back':
      return row(place(at), `Skickad tillbaka: ${event.reason}`);
    case 'raised-again':
      return row(who, `Lyft igen: ${event.text}`);
    case 'merged':
      return row(place(at), `Sammanslagen med fråga ${event.into}.`);
    case 'took-in': {
      const askers = event.askers.map((asker) => `${personView(product, asker.person).name} i ${place(asker.forum)}`);
      return row(place(at), `Fråga ${event.question} slogs ihop med den här. Frågar också: ${list(askers)}.`);
    }
    case 'answered':
      return row(place(at), `${answerWord(event.decided)}${event.written ? ', skriftligt' : ''}: ${event.text}`);
    case 'received':
      return row(place(event.forum), `Mottaget av ${who}.`);
    case 'unclear':
      return row(place(event.forum), `Behöver förtydligas: ${event.text}`);
    case 'withdrew':
      return row(who, 'Drog tillbaka frågan.');
    case 'late':
      return row(place(at), `Svaret väntades senast ${longDate(event.promised)}. Sammankallande är påmind.`);
    case 'placed':
      return undefined;
  }
}

async function expected(product: Product, read: Reader, question: Question): Promise<QuestionsView['rows']> {
  const { state } = question;
  const now = wallClock(product.clock.now());
  if (!isOpen(question)) return [];
  const here = {
    mark: '●',
    title: 'Nu',
    detail: `${standsNow(product, question)} sedan ${longDate(state.since)} (${days(daysBetween(state.since, now))}).`,
    now: true,
  };
  const coming: QuestionsView['rows'] = [];
  for (const forum of askingForums(question)) {
    const { answers, back } = await promiseOf(product, read, question, forum);
    if (answers && coming.length === 0 && (state.name === 'waiting' || state.name === 'completing'))
      coming.push({
        mark: '○',
        title: `${longDate(answers.start.toPlainDate().toString())} · ${placeName(product.agreement, state.at)}`,
        detail: 'Mötet där frågan tas upp.',
        now: false,
      });
    if (back)
      coming.push({
        mark: '○',
        title: `${longDate(back.start.toPlainDate().toString())} · ${placeName(product.agreement, forum)}`,
        detail: 'Svaret väntas senast då.',
        now: false,
      });
  }
  return [here, ...coming];
}

function buttonsFor(id: string, question: Question, rights: May): QuestionsView['buttons'] {
  const { state } = question;
  const press = (title: string, verb: string) => ({
    title,
    verb,
    data: { question: id, meeting: '' },
    dialog: false,
    primary: false,
  });
  const back = state.name === 'sent-back';
  return [
    ...(rights.handle ? [opens('Hantera frågan', 'question', { question: id, how: 'handle', meeting: '' }, true)] : []),
    ...(rights.complete && !back ? [opens('Komplettera', 'question', { question: id, how: 'complete', meeting: '' }, true)] : []),
    ...(rights.complete && back ? [opens('Lyft igen', 'lift', { question: id, how: 'again', meeting: '' }, true)] : []),
    ...(rights.receive.length > 0
      ? [opens('Behöver förtydligas', 'question', { question: id, how: 'unclear', meeting: '' })]
      : []),
    ...(rights.change ? [opens('Ändra', 'lift', { question: id, how: 'change', meeting: '' })] : []),
    ...(rights.receive.length > 0 ? [press('Mottaget', 'question_receive')] : []),
    ...(rights.withdraw ? [press('Dra tillbaka', 'question_withdraw')] : []),
    press('Uppdatera', 'question_show'),
  ];
}

/** The whole way of a question, for somebody who may see it; undefined for everybody else, as if it were not there. */
export async function wayView(product: Product, read: Reader, person: Person, id: string): Promise<QuestionsView | undefined> {
  const question = await read.question(id);
  if (!question) return undefined;
  const rights = await rightsOf(product, read, person, question);
  if (!rights.see) return undefined;
  let at = '';
  const rows = question.history.flatMap((event) => {
    const told = happened(product, event, event.kind === 'raised' ? event.to : at);
    if (event.kind === 'raised' || event.kind === 'lifted') at = event.to;
    return told ? [{ mark: '✔', ...told, now: false }] : [];
  });
  const askers = askersNow(question).map(
    (asker) => `${personView(product, asker.person).name}, ${placeName(product.agreement, asker.forum)}`,
  );
  const age = days(ageInDays(question, wallClock(product.clock.now())));
  return {
    heading: `Fråga ${id}`,
    title: question.text,
    lead: `${standsNow(product, question)}. ${isOpen(question) ? `${age} gammal` : `Tog ${age}`}.`,
    rows: [...rows, ...(await expected(product, read, question))],
    foot: [
      askers.length > 0 ? `Frågar: ${askers.join(' · ')}` : '',
      question.proposal ? `Förslag till svar: ${question.proposal}` : '',
      question.background ? `Bakgrund: ${question.background}` : '',
    ]
      .filter((line) => line !== '')
      .join('\n'),
    buttons: isOpen(question) ? buttonsFor(id, question, rights) : [],
  };
}

const said = (name: string, { median, worst, count }: AnswerTimes): string =>
  `${name}: ${days(median)} i median, ${days(worst)} som längst (${count === 1 ? '1 fråga' : `${count} frågor`})`;

/** Questions that have been in any of the person's forums. `mine`: only those the person asks, also those just answered. */
export async function listView(product: Product, read: Reader, person: Person, mine: boolean): Promise<QuestionsView> {
  const all = await read.questions('all');
  const now = wallClock(product.clock.now());
  const asks = (question: Question) => question.askers.some((asker) => asker.person === person.id);
  const sees = (question: Question) => asks(question) || placesOf(question).some((place) => person.forums.includes(place));
  const seen = all.filter(mine ? asks : sees);
  // Those that were merged live on in the other.
  const open = seen.filter(isOpen);
  const recent = mine
    ? seen.filter((one) => !isOpen(one) && one.state.name !== 'merged' && daysBetween(one.state.since, now) <= 60)
    : [];
  const rows = [...open, ...recent].map((question) => ({
    mark: question.id,
    title: question.text,
    detail: `${standsNow(product, question)} · ${days(ageInDays(question, now))}${isOpen(question) ? ' gammal' : ''}`,
    now: isOpen(question),
  }));
  const counted = mine ? [] : timesPerPlace(seen, now);
  const whole = mine ? undefined : wholeWay(seen);
  const foot = [
    rows.length > 0 ? 'Skriv "fråga" och numret för att se hela vägen.' : '',
    ...counted.flatMap(({ place, answered }) =>
      answered ? [said(`Tid hos ${placeName(product.agreement, place)}`, answered)] : [],
    ),
    whole ? said('Från fråga till mottaget svar', whole) : '',
  ];
  const waiting = open.length === 1 ? '1 fråga är öppen.' : `${open.length} frågor är öppna.`;
  return {
    heading: mine ? 'Mina frågor' : 'Öppna frågor',
    title: '',
    lead: open.length === 0 ? 'Inga frågor är öppna.' : waiting,
    rows,
    foot: foot.filter((line) => line !== '').join('\n'),
    buttons: [],
  };
}
