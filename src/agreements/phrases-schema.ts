/** The shape of a file of phrases for the minutes. */
import { z } from 'zod';
import type { Phrase } from '../domain/phrases.ts';
import { originOf } from './load-indicator.ts';
import { id, rule, text } from './schema-parts.ts';

const KINDS = { anteckning: 'note', beslut: 'outcome', åtgärd: 'action' } as const;

export const phrases = z.strictObject({
  typ: z.literal('fraser', { error: 'ska vara fraser.' }),
  fraser: z
    .array(
      rule({
        id,
        slag: z.enum(['anteckning', 'beslut', 'åtgärd'], { error: 'ska vara anteckning, beslut eller åtgärd.' }),
        text: text('frasen; sluta med … om man ska skriva vidare').max(200, 'är längre än 200 tecken. Korta frasen.'),
      }),
    )
    .min(1, 'är tom. Skriv minst en fras.')
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, {
      error: 'har samma id mer än en gång. Ge varje fras ett eget id.',
    }),
});

export type GivenPhrases = z.infer<typeof phrases>;

export const phrasesOf = (given: GivenPhrases): Phrase[] =>
  given.fraser.map((one) => ({ id: one.id, kind: KINDS[one.slag], text: one.text, origin: originOf(one) }));
