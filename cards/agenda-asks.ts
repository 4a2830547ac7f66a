import { z } from 'zod';
import type { Plain } from './card.ts';
import type { Words } from './words.ts';

/** What the question an item carries waits for; '' for nothing. */
export const waits = z.enum(['', 'answer', 'receipt', 'again']);

/** A card has room for this many buttons on its questions; what is beyond is handled by saying its number. */
const questionButtons = 4;
const needed = { '': 0, answer: 1, receipt: 2, again: 1 };

interface Asking {
  question: string;
  waits: z.infer<typeof waits>;
}

/** Buttons for the questions there is room for, in order, and a hint for the rest. */
export function askFrom(items: readonly Asking[]): (item: Asking, words: Words) => Record<string, Plain> {
  let left = questionButtons;
  const buttons = new Set<Asking>();
  for (const item of items) {
    if (item.waits === '' || needed[item.waits] > left) continue;
    left -= needed[item.waits];
    buttons.add(item);
  }
  return (item, words) => {
    const shown = buttons.has(item) ? item.waits : '';
    return {
      asksAnswer: shown === 'answer',
      asksReceipt: shown === 'receipt',
      asksAgain: shown === 'again',
      hint: item.waits !== '' && shown === '' ? words.agenda.sayNumber(item.question) : '',
    };
  };
}
