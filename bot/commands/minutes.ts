/** What the secretary says while the meeting is on. A number first chooses the item: "anteckna 3 …". */
import { unitName } from '../../src/domain/agreement.ts';
import type { ComesBack, Meeting } from '../../src/domain/meeting.ts';
import { ownText, type SafeText } from '../../src/domain/privacy.ts';
import type { Result } from '../../src/domain/result.ts';
import { longDate, parseDate } from '../../src/domain/swedish.ts';
import { message } from '../../src/flows/cards.ts';
import type { Changed } from '../../src/flows/change-meeting.ts';
import { heldNow } from '../../src/flows/meetings.ts';
import type { Actor, Product, Refusal } from '../../src/flows/product.ts';
import type { Answer as Say } from '../../src/flows/propose-item.ts';
import { takeAction, takeBack, takeDone, takeNote, takeOutcome, type Written } from '../../src/flows/take-notes.ts';
import type { Command } from '../commands.ts';
import { findMember } from '../members.ts';
import { refusals } from '../sentences.ts';
import type { Answer, Turn } from '../turn.ts';

type Take = (product: Product, who: Actor, meeting: string, what: Written, answer: Say) => Promise<Result<Changed, Refusal>>;

/** "punkt 3 text", "3: text" and "3 Text" mean item 3; "12 personer kom" is a note that begins with a number. */
export function itemNumber(rest: string): { number: number | undefined; text: string } {
  const found =
    /^punkt\s+(\d{1,2})\s*[:.)]?\s+(.+)$/isu.exec(rest) ?? /^(\d{1,2})(?:\s*[:)]\s*|\.\s+|\s+(?=[@\p{Lu}]))(.+)$/su.exec(rest);
  return found ? { number: Number(found[1]), text: found[2]!.trim() } : { number: undefined, text: rest };
}

/** "3 kom" is no number of an item, so the text was meant for the item they are at. */
const OTHER_ITEM = 'Det gällde punkten som pågår. Menar du en annan, skriv dess nummer och kolon: "anteckna 3: …".';

async function write(
  turn: Turn,
  rest: SafeText,
  take: Take,
  said: (meeting: Meeting, number: number, text: string) => { text: string; detail?: string },
): Promise<Answer> {
  if (rest === '') return message(refusals.empty);
  const { product, forum, actor } = turn;
  const meeting = await product.store.read((reader) => heldNow(reader, forum.id));
  if (!meeting) return message(refusals['not-begun']);
  const { number, text } = itemNumber(rest);
  const done = await take(
    product,
    actor,
    meeting.id,
    { item: number, text: text as SafeText },
    {
      to: turn.reply,
      say: (now, at) => {
        const words = said(now, at, text);
        return message(words.text, { detail: words.detail ?? '' });
      },
    },
  );
  if (done.ok) return undefined;
  return message(refusals[done.no], { detail: done.no === 'adjusted' && number === undefined ? OTHER_ITEM : '' });
}

export const anteckna: Command = {
  say: ['anteckna', 'notera'],
  does: 'Skriver en anteckning under punkten som pågår',
  example: 'anteckna Tolken uteblev två gånger',
  writes: true,
  run: (turn, rest) => write(turn, rest, takeNote, (_meeting, number) => ({ text: `Noterat under punkt ${number}.` })),
};

const outcome =
  (asked: 'agreed' | 'decided') =>
  (turn: Turn, rest: SafeText): Promise<Answer> =>
    write(turn, rest, takeOutcome, (meeting, number) => {
      const last = meeting.outcomes.at(-1)!;
      const word = last.word === 'decided' ? 'beslut' : 'överenskommet';
      const detail =
        asked === 'decided' && last.word === 'agreed'
          ? 'Forumet har inte mandat att besluta, så det står som överenskommet.'
          : '';
      return { text: `Noterat under punkt ${number} som ${word} §\u00A0${last.paragraph}.`, detail };
    });

export const overenskommet: Command = {
  say: ['överenskommet', 'overenskommet'],
  does: 'Skriver vad ni har kommit överens om, med paragraf',
  example: 'överenskommet Vi prövar fredagstider från maj',
  writes: true,
  run: outcome('agreed'),
};

export const beslut: Command = {
  say: ['beslut'],
  does: 'Skriver ett beslut, om forumet har mandat att besluta',
  example: 'beslut Vi prövar fredagstider från maj',
  writes: true,
  run: outcome('decided'),
};

/** Here a number first is always an item: "bordlägg 3 vi väntar på siffrorna". */
const itemFirst = (rest: SafeText): SafeText => ownText(rest.replace(/^(?:punkt\s+)?(\d{1,2})\s*[:.)]?\s+/i, 'punkt $1 '));

/** "bordlägg 3" alone means item 3, and asks for the reason. */
const onlyNumber = /^(?:punkt\s+)?\d{1,2}$/i;

const back =
  (how: ComesBack['how'], said: (number: number) => string) =>
  (turn: Turn, rest: SafeText): Promise<Answer> =>
    rest === '' || onlyNumber.test(rest)
      ? Promise.resolve(message(refusals['no-reason']))
      : write(
          turn,
          itemFirst(rest),
          (product, who, meeting, what, answer) => takeBack(product, who, meeting, { ...what, how }, answer),
          (meeting, current, text) => {
            const asked = itemNumber(itemFirst(rest)).number ?? current;
            const title = meeting.items[asked - 1]?.title ?? '';
            return { text: said(asked), detail: `${title}: ${text}` };
          },
        );

export const bordlagg: Command = {
  say: ['bordlägg', 'bordlagg'],
  does: 'Bordlägger punkten: den kommer på nästa dagordning med skälet',
  example: 'bordlägg 3 Vi väntar på siffrorna',
  writes: true,
  run: back('tabled', (number) => `Punkt ${number} är bordlagd och kommer på nästa dagordning.`),
};

export const taUppIgen: Command = {
  say: ['ta upp igen'],
  does: 'Tar upp punkten igen på nästa möte, fast den är behandlad',
  example: 'ta upp igen 3 Vi följer upp försöket',
  writes: true,
  run: back('continues', (number) => `Punkt ${number} tas upp igen på nästa möte.`),
};

const DEFAULT_DAYS = 14;

export const atgard: Command = {
  say: ['åtgärd', 'atgard'],
  does: 'Skriver en åtgärd med ansvarig och sista dag',
  example: 'åtgärd @Per Boka lokal senast 9 april',
  writes: true,
  async run(turn, rest) {
    if (rest === '') return message(refusals.empty, { detail: 'Till exempel: åtgärd @Per Boka lokal senast 9 april' });
    const { product, forum, actor } = turn;
    const meeting = await product.store.read((reader) => heldNow(reader, forum.id));
    if (!meeting) return message(refusals['not-begun']);
    const { number, text } = itemNumber(rest);
    const due = /\s+senast\s+(.{1,30})$/i.exec(text);
    const today = product.clock.now().toPlainDate();
    const date = due ? parseDate(due[1]!, today) : today.add({ days: DEFAULT_DAYS });
    if (!date) return message(refusals['unknown-date']);
    const task = due ? text.slice(0, due.index) : text;
    const member = findMember(turn, task);
    if (!member.ok) return message(refusals[member.no]);
    const what = ownText(member.value.rest);
    const done = await takeAction(
      product,
      actor,
      meeting.id,
      { item: number, text: what, who: member.value.person.id, due: date.toString() },
      {
        to: turn.reply,
        say: () =>
          message(
            `Åtgärd: ${what} · ${member.value.person.name}, ${unitName(product.agreement, member.value.person.unit)} · klart senast ${longDate(date.toString())}.`,
          ),
      },
    );
    return done.ok ? undefined : message(refusals[done.no]);
  },
};

export const klar: Command = {
  say: ['klar'],
  does: 'Markerar en åtgärd som klar, med dess nummer',
  example: 'klar 2',
  writes: true,
  async run(turn, rest) {
    const { product, forum, actor } = turn;
    const number = /^(?:åtgärd\s+)?(\d{1,4})\b/i.exec(rest);
    if (!number) return message('Vilken åtgärd är klar? Skriv t.ex. "klar 2".');
    const meeting = await product.store.read((reader) => heldNow(reader, forum.id));
    if (!meeting) return message(refusals['not-begun']);
    const done = await takeDone(product, actor, meeting.id, Number(number[1]), {
      to: turn.reply,
      say: () => message(`Åtgärd ${number[1]} är klar och tas inte upp igen.`),
    });
    if (done.ok) return undefined;
    return message(done.no === 'no-such-item' ? `Det finns ingen åtgärd ${number[1]} på det här mötet.` : refusals[done.no]);
  },
};
