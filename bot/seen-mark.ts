/** Tells in a dialog's data which text was shown, without holding it. */
import { createHash } from 'node:crypto';
import type { Keep } from '../src/domain/two-editors.ts';

/** None that is like a digit: what a dialog sends passes the personal-data stop. */
const LETTERS = 'acdefhjkmnprtuvw';

export const mark = (text: string): string =>
  [...createHash('sha256').update(text.trim()).digest('hex').slice(0, 12)]
    .map((digit) => LETTERS[Number.parseInt(digit, 16)])
    .join('');

const KEEPS = ['both', 'mine', 'theirs'] as const;
export const keepOf = (said: string | undefined): Keep => KEEPS.find((one) => one === said) ?? 'both';
