import type { z } from 'zod';
import type { Verb } from './verbs.ts';
import type { Words } from './words.ts';

/** What a template may be filled with: nothing that can be missing. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [field: string]: Plain };

/** Template data. `summary` is one full sentence: the notification, and what shows where the card cannot. */
export interface Presented {
  readonly summary: string;
  readonly [field: string]: Plain;
}

/** 'tight' when the full card would be more than Teams takes: long texts are shortened, and the card says so. */
export type Space = 'full' | 'tight';

/** One card: what it needs to know, how that becomes words, and samples that show what it must endure. */
export interface Card<View> {
  readonly template: object;
  readonly schema: z.ZodType<View>;
  /** What Teams asks the bot for when somebody opens the card; undefined for one that no longer changes. */
  refresh?(view: View): { verb: Verb; data: Readonly<Record<string, string>> } | undefined;
  present(view: View, words: Words, space: Space): Presented;
  readonly samples: Record<'ordinary' | 'empty' | 'longest' | 'hostile', View> & Record<string, View>;
}
