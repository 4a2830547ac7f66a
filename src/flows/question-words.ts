/** What agendas, minutes and answers say about a question, in Swedish. */
import type { Agreement } from '../domain/agreement.ts';
import { ownText, type SafeText } from '../domain/privacy.ts';
import { askingForums, isUnasked, type Question, type QuestionEvent } from '../domain/question.ts';
import type { QuestionWords } from '../domain/question-agenda.ts';
import { placeName } from '../domain/question-paths.ts';
import { list, longDate } from '../domain/swedish.ts';

const lines = (all: readonly (string | false)[]): SafeText =>
  ownText(all.filter((line) => line !== false && line !== '').join('\n'));

/** Every place a question has been lifted through, lowest first: "kommunhubb Intro › sektionschefsmötet". */
export function wayOf(agreement: Agreement, question: Question): string {
  const up = question.history.flatMap((event) => (event.kind === 'raised' || event.kind === 'lifted' ? [event.to] : []));
  const from = list(askingForums(question).map((forum) => placeName(agreement, forum)));
  return [from, ...up.map((place) => placeName(agreement, place))].join(' › ');
}

/** "på hubben" for a kommunhubb, as people say at home; else what the forum is called. */
export const atHome = (called: string): string => (called.startsWith('kommunhubb') ? 'på hubben' : `på ${called}`);

export const answerWord = (decided: boolean): string => (decided ? 'Beslut' : 'Medskick');

/** What was added on the way: what was asked for and came, and why it was lifted further. */
function addedTo(agreement: Agreement, question: Question): string[] {
  let at = '';
  return question.history.flatMap((event) => {
    const before = at;
    if (event.kind === 'raised' || event.kind === 'lifted') at = event.to;
    if (event.kind === 'completed') return [`Komplettering ${longDate(event.at)}: ${event.text}`];
    if (event.kind === 'lifted' && event.note) return [`Från ${placeName(agreement, before)}: ${event.note}`];
    if (event.kind === 'unclear') return [`Behöver förtydligas (${placeName(agreement, event.forum)}): ${event.text}`];
    return [];
  });
}

function handled(agreement: Agreement, question: Question, event: QuestionEvent): string {
  switch (event.kind) {
    case 'answered':
      return `${answerWord(event.decided)}${event.written ? `, skriftligt ${longDate(event.at)}` : ''}: ${event.text}`;
    case 'lifted': {
      const to = `Lyft vidare till ${placeName(agreement, event.to)}${event.forDecision ? ' för beslut' : ''}.`;
      return event.note ? `${to} ${event.note}` : to;
    }
    case 'sent-back':
      return `Skickad tillbaka: ${event.reason}`;
    case 'merged':
      return `Sammanslagen med fråga ${event.into}.`;
    case 'received':
      return `Mottaget ${longDate(event.at)}.`;
    case 'unclear':
      return `Behöver förtydligas: ${event.text}`;
    case 'raised-again':
      return `Lyft igen ${longDate(event.at)}.`;
    case 'withdrew':
      return 'Dragen tillbaka av den som frågade.';
    default:
      return `Fråga ${question.id}.`;
  }
}

export const questionWords = (agreement: Agreement): QuestionWords => ({
  asked: (question) =>
    lines([
      question.urgency === 'urgent' && 'Brådskande.',
      question.background && `Bakgrund: ${question.background}`,
      question.proposal && `Förslag till svar: ${question.proposal}`,
      ...addedTo(agreement, question),
      question.state.name === 'completing' &&
        `Väntar på komplettering sedan ${longDate(question.state.since)}: ${question.state.wanted}`,
      `Fråga ${question.id} · ${wayOf(agreement, question)}`,
    ]),
  answered: (question) => {
    const { state, id } = question;
    if (state.name === 'sent-back') return lines([`Skäl: ${state.reason}`, `Fråga ${id}`]);
    if (state.name !== 'answered') return ownText('');
    const { decided, written, text } = state.answer;
    const number = isUnasked(question) ? `Medskick ${id}` : `Fråga ${id}`;
    return lines([`${answerWord(decided)}${written ? ' (skriftligt)' : ''}: ${text}`, number]);
  },
  handled: (question, event) => ownText(handled(agreement, question, event)),
});
