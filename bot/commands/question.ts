/** Questions to the level above: asked, followed, listed. */
import { ownText, type SafeText } from '../../src/domain/privacy.ts';
import type { Wording } from '../../src/domain/question.ts';
import { message, view } from '../../src/flows/cards.ts';
import { type Lifted, type Lifting, liftQuestion } from '../../src/flows/lift-question.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import { listView, wayView } from '../../src/flows/question-way.ts';
import { opens, showWay } from '../../src/flows/tell-askers.ts';
import type { View } from '../../src/ports.ts';
import type { Command } from '../commands.ts';
import { LONGEST_QUESTION } from '../dialogs/lift.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const words = (text: SafeText, background = ownText('')): Wording => ({
  text,
  proposal: ownText(''),
  background,
  urgency: 'normal',
});

/** The promise, at once. */
const promised = ({ question, promise }: Lifted): View =>
  message(`${promise} Jag säger till när något händer.`, {
    detail: `Fråga ${question.id}: ${question.text}`,
    buttons: [
      opens('Ändra', 'lift', { question: question.id, how: 'change' }),
      { title: 'Dra tillbaka', verb: 'question_withdraw', data: { question: question.id }, dialog: false, primary: false },
      showWay(question.id),
    ],
  });

/** "lyft 8" and "lyft punkt 8": the item with that number on the next agenda. */
async function itemToLift(turn: Turn, number: number): Promise<Omit<Lifting, 'forum' | 'to'> | undefined> {
  const meeting = await turn.product.store.read((reader) => nextMeeting(reader, turn.forum.id));
  const item = meeting?.items[number - 1];
  if (!meeting || !item) return undefined;
  const text = ownText(item.title.slice(0, LONGEST_QUESTION));
  return { words: words(text, item.background), item: { meeting: meeting.id, id: item.id } };
}

export const lyft: Command = {
  say: ['lyft', 'lyft fråga', 'lyft punkt'],
  does: 'Lyfter en fråga, eller en punkt med dess nummer, till nivån över',
  example: 'lyft Kan AF avsätta inskrivningstider på fredagar?',
  writes: true,
  async run(turn, rest) {
    const { product, actor, forum } = turn;
    if (rest === '')
      return message('Vilken fråga vill du lyfta?', {
        detail: 'Till exempel: lyft Kan AF avsätta inskrivningstider på fredagar? Eller "lyft 8" för punkt 8.',
        buttons: [opens('Skriv frågan', 'lift', { how: 'raise' }, true)],
      });
    if (rest.length > LONGEST_QUESTION)
      return message(`Frågan är för lång (${rest.length} tecken). Skriv högst ${LONGEST_QUESTION}, och resten som bakgrund.`, {
        buttons: [opens('Skriv frågan', 'lift', { how: 'raise' }, true)],
      });
    const number = /^\d{1,2}$/.test(rest) ? Number(rest) : undefined;
    const what = number === undefined ? { words: words(rest), item: undefined } : await itemToLift(turn, number);
    if (!what) return message(refusals['no-such-item']);
    const answer = { to: turn.reply, say: promised };
    const done = await liftQuestion(product, actor, { forum, to: '', ...what }, answer);
    return done.ok ? undefined : message(refusals[done.no]);
  },
};

const list = (mine: boolean) => async (turn: Turn) =>
  view('questions', await turn.product.store.read((reader) => listView(turn.product, reader, turn.actor.person, mine)));

export const minaFragor: Command = {
  say: ['mina frågor', 'mina fragor'],
  does: 'Visar frågor du har lyft och var de är',
  example: 'mina frågor',
  writes: false,
  run: list(true),
};

export const oppnaFragor: Command = {
  say: ['öppna frågor', 'oppna fragor', 'frågor'],
  does: 'Visar öppna frågor i dina forum, och hur länge svar brukar ta',
  example: 'öppna frågor',
  writes: false,
  run: list(false),
};

export const fraga: Command = {
  say: ['fråga', 'fraga', 'visa fråga'],
  does: 'Visar var en fråga är och hela dess väg',
  example: 'fråga 3',
  writes: false,
  async run(turn, rest) {
    const number = /^(?:nr\s*)?(\d{1,6})$/i.exec(rest);
    if (!number) return message('Vilken fråga? Skriv "fråga" och numret, eller "lyft" följt av en ny fråga.');
    const shown = await turn.product.store.read((reader) => wayView(turn.product, reader, turn.actor.person, number[1]!));
    return shown ? view('questions', shown) : message(refusals['no-such-question']);
  },
};
