import { trimmed } from '../../src/domain/privacy.ts';
import type { Question } from '../../src/domain/question.ts';
import { mayConcern, placeName } from '../../src/domain/question-paths.ts';
import { view } from '../../src/flows/cards.ts';
import { rightsOf } from '../../src/flows/change-questions.ts';
import { decidesAt, furtherFrom, handleQuestion } from '../../src/flows/handle-question.ts';
import { questionWords } from '../../src/flows/question-words.ts';
import type { QuestionDialogView } from '../../src/flows/views/questions.ts';
import type { Claims } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const HOWS = ['complete', 'unclear'] as const;
const WAYS = ['answer', 'more', 'lift', 'back', 'merge'] as const;
type Way = (typeof WAYS)[number];
type How = QuestionDialogView['how'];
const LONGEST = 1000;

const TITLES: Record<How, string> = {
  handle: 'Hantera frågan',
  complete: 'Komplettera frågan',
  unclear: 'Behöver förtydligas',
};

const DONE: Record<Way | Exclude<How, 'handle'>, string> = {
  answer: 'Svaret går till alla som har frågat och står på deras nästa dagordning.',
  more: 'Den som frågade är tillfrågad. Frågan står kvar på dagordningen tills svaret kommer.',
  lift: 'Frågan är lyft vidare, och den som frågade vet det.',
  back: 'Frågan är skickad tillbaka med skälet.',
  merge: 'Frågorna är sammanslagna. Alla som har frågat får svaret.',
  complete: 'Tack, kompletteringen står vid frågan.',
  unclear: 'Frågan är tillbaka hos dem som svarade, med det som behöver förtydligas.',
};

const howOf = (claims: Claims): How => HOWS.find((how) => how === claims['how']) ?? 'handle';

const wayOf = (claims: Claims): Way | undefined => WAYS.find((way) => way === claims['do']);

interface Seen {
  question: Question;
  others: Question[];
  may: boolean;
}

/** The question as it stands, what it may be merged with, and whether this person may. */
async function seen({ product, actor }: Turn, id: string, how: How): Promise<Seen | undefined> {
  return product.store.read(async (reader) => {
    const question = await reader.question(id);
    if (!question) return undefined;
    const rights = await rightsOf(product, reader, actor.person, question);
    const may = how === 'complete' ? rights.complete : how === 'unclear' ? rights.receive.length > 0 : rights.handle;
    const { state } = question;
    const at = state.name === 'waiting' || state.name === 'completing' ? state.at : '';
    const others = (await reader.questions('open')).filter(
      ({ id: other, state: theirs }) =>
        other !== id && (theirs.name === 'waiting' || theirs.name === 'completing') && theirs.at === at && at !== '',
    );
    return { question, others, may };
  });
}

function shown(turn: Turn, claims: Claims, { question, others }: Seen, text: string, error: string): Opened {
  const { product, forum } = turn;
  const how = howOf(claims);
  const { state } = question;
  const at = state.name === 'waiting' || state.name === 'completing' ? state.at : '';
  const words = questionWords(product.agreement);
  const [further] = furtherFrom(product, question);
  const asking = question.askers.map((asker) => asker.forum);
  const named = (place: string) => placeName(product.agreement, place);
  const handling = how === 'handle' && at !== '';
  const data: QuestionDialogView = {
    meeting: claims['meeting'] ?? '',
    forum: at === '' ? forum.name : named(at),
    how,
    question: question.id,
    title: question.text,
    about: state.name === 'answered' || state.name === 'sent-back' ? words.answered(question) : words.asked(question),
    ways: handling
      ? [
          decidesAt(product, at) ? 'decide' : 'answer',
          ...(state.name === 'waiting' ? (['more'] as const) : []),
          ...(further ? (['lift'] as const) : []),
          'back',
          ...(others.length > 0 ? (['merge'] as const) : []),
        ]
      : [],
    way: handling ? (wayOf(claims) ?? 'answer') : '',
    text,
    to: further ? `${named(further.to)}${further.forDecision ? ' för beslut' : ''}` : '',
    concerns: handling
      ? mayConcern(product.agreement, at)
          .filter(({ id }) => !asking.includes(id))
          .map(({ id, called }) => ({ id, name: called }))
      : [],
    others: handling
      ? others.map((one) => ({ id: one.id, title: `Fråga ${one.id}, ${named(one.askers[0]!.forum)}: ${one.text}` }))
      : [],
    error,
  };
  return { title: TITLES[how], view: view('dialog-question', data) };
}

const refusalFor = (how: How): string =>
  refusals[how === 'complete' ? 'not-asker' : how === 'unclear' ? 'not-here' : 'not-handler'];

export const question: Dialog = {
  async open(turn, claims) {
    const how = howOf(claims);
    const found = await seen(turn, claims['question'] ?? '', how);
    if (!found) return { say: refusals['no-such-question'] };
    return found.may ? shown(turn, claims, found, '', '') : { say: refusalFor(how) };
  },

  async submit(turn, claims) {
    const { product, actor, forum } = turn;
    const how = howOf(claims);
    const id = claims['question'] ?? '';
    const found = await seen(turn, id, how);
    if (!found) return { say: refusals['no-such-question'] };
    if (!found.may) return { say: refusalFor(how) };
    const text = trimmed(claims['text']);
    const again = (error: string) => shown(turn, claims, found, text, error);
    const act = how === 'handle' ? wayOf(claims) : how;
    if (!act) return again('Välj vad ni gör med frågan.');
    if (text.length > LONGEST) return again(`Texten får ha högst ${LONGEST} tecken.`);
    if (act === 'merge' && !found.others.some((one) => one.id === claims['other']))
      return again('Välj vilken fråga som är likadan.');
    if (text === '' && act !== 'lift' && act !== 'merge') return again('Skriv en text.');
    const concerns = act === 'answer' ? (claims['concerns'] ?? '').split(',').filter((one) => one !== '') : [];
    const done = await handleQuestion(product, actor, id, act, { text, concerns, other: claims['other'] ?? '', forum: forum.id });
    return done.ok ? { saved: DONE[act] } : { say: refusals[done.no] };
  },

  async again(turn, claims, stop) {
    const found = await seen(turn, claims['question'] ?? '', howOf(claims));
    if (!found) return { say: refusals['no-such-question'] };
    return found.may ? shown(turn, claims, found, claims['text'] ?? '', stop.say('texten')) : { say: refusalFor(howOf(claims)) };
  },
};
