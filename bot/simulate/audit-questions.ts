/**
 * Follows each question that was lifted, by what people saw: it gets one number, waits on one agenda above until it is
 * answered, and the answer waits on one agenda at home until it is received. Nothing lost, nothing in two places.
 */
import type { Happening } from '../local/happenings.ts';

export interface QuestionAudit {
  questions: number;
  answered: number;
  received: number;
  /** Numbers or places too many. */
  questionsTwice: number;
  lost: number;
  faults: string[];
}

const lifted = /(?:^|\s)lyft\s+(.+)$/i;

interface Seen {
  at: number;
  place: string;
  key: string;
  /** What can be read and pressed on it. */
  card: string;
}

/** Each card as it was posted or updated last, and when, counted in happenings. */
function newest(happenings: readonly Happening[]): Seen[] {
  const cards = new Map<string, Seen>();
  for (const [at, one] of happenings.entries()) {
    if (one.kind === 'deleted') cards.delete(one.activityId);
    if (one.kind === 'posted' || one.kind === 'updated')
      cards.set(one.activityId, { at, place: one.conversationId.split(';')[0]!, key: one.key, card: JSON.stringify(one.card) });
  }
  return [...cards.values()];
}

type Sent = { action?: { verb?: string; data?: Record<string, string> }; data?: Record<string, string> };

/** When somebody did this to the question, and Teams was answered; -1 when nobody has. */
function doneTo(happenings: readonly Happening[], number: string, is: (sent: Sent) => boolean): number {
  return happenings.findIndex((one) => {
    if (one.kind !== 'invoked') return false;
    const sent = (one.activity['value'] ?? {}) as Sent;
    return (sent.action?.data ?? sent.data)?.['question'] === number && is(sent);
  });
}

/** `home` and `above`: the channels of the forum that asks and of the one that answers. */
export function auditQuestions(happenings: readonly Happening[], home: string, above: string): QuestionAudit {
  const cards = newest(happenings);
  const found: QuestionAudit = { questions: 0, answered: 0, received: 0, questionsTwice: 0, lost: 0, faults: [] };
  const lost = (what: string) => {
    found.lost += 1;
    found.faults.push(`lost: ${what}`);
  };
  const once = (what: string, times: number) => {
    if (times <= 1) return;
    found.questionsTwice += times - 1;
    found.faults.push(`${what} ${times} times`);
  };
  /** Agendas with the button, and whether one that could have it has been shown since. */
  const waiting = (place: string, since: number, button: string) => {
    const agendas = cards.filter((one) => one.key.startsWith('agenda/') && one.place === place);
    return { times: agendas.filter(({ card }) => card.includes(button)).length, shown: agendas.some(({ at }) => at > since) };
  };
  const [heard, taken] = [new Set<string>(), new Set<string>()];
  for (const [since, one] of happenings.entries()) {
    const text = one.kind === 'said' && one.activityId.startsWith('sim:') ? lifted.exec(one.text)?.[1] : undefined;
    // Said again after a kill it is the same.
    if (text === undefined || one.kind !== 'said' || heard.has(one.activityId)) continue;
    heard.add(one.activityId);
    found.questions += 1;
    const said = cards.flatMap(({ card }) => [...card.matchAll(/"Fråga (\d+): ([^"]*)"/g)]);
    const numbers = new Set(said.flatMap(([, number, of]) => (of === text ? [number!] : [])));
    once(`the question "${text}" was given a number`, numbers.size);
    const [number] = numbers;
    if (number === undefined) {
      lost(`the question "${text}" has no number`);
      continue;
    }
    once(`number ${number} was given`, taken.has(number) ? 2 : 1);
    taken.add(number);
    const answered = doneTo(happenings, number, ({ data }) => data?.['dialog'] === 'question' && data['do'] === 'answer');
    const received = doneTo(happenings, number, ({ action }) => action?.verb === 'question_receive');
    const asks = waiting(above, since, `"dialog":"question","how":"handle","question":"${number}"`);
    const returns = waiting(home, answered, `"verb":"question_receive","data":{"question":"${number}"`);
    if (answered >= 0) found.answered += 1;
    if (received >= 0) found.received += 1;
    once(`question ${number} waits`, asks.times + (received >= 0 ? 1 : returns.times));
    if (answered < 0 && asks.shown && asks.times === 0) lost(`question ${number} waits on no agenda above`);
    if (answered >= 0 && received < 0 && returns.shown && returns.times === 0)
      lost(`the answer to question ${number} waits on no agenda at home`);
  }
  return found;
}
