import { en } from './words/en.ts';
import { sv, type Words } from './words/sv.ts';

/** The languages of the cards. A new one is a file in words/ with its subjects beside it, and a line here; missing keys do not compile. */
export const words = { sv, en } satisfies Record<string, Words>;

export type Language = keyof typeof words;
export type { Words };
