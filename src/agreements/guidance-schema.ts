/** The shape of a guidance file: fact cards, forms of cooperation, the ladder and the routes. */
import { z } from 'zod';
import { id, rule, text } from './schema-parts.ts';

const paragraphs = (what: string) =>
  z.array(text(what), { error: `saknas. Skriv ${what}, ett stycke per rad.` }).min(1, `är tom. Skriv ${what}.`);
const words = z.array(text('vad man kan skriva för att hitta hit')).min(1, 'är tom. Skriv minst ett sökord.');

export const guidance = z.strictObject({
  typ: z.literal('vägledning', { error: 'ska vara vägledning.' }),
  grupper: z.array(rule({ id, namn: text('gruppens namn'), om: text('vad som skiljer gruppen från de andra') })),
  former: z.array(
    rule({ namn: text('samverkansformens namn'), lista: text('listan som formen står i'), faktakort: id.optional() }),
  ),
  faktakort: z.array(
    rule({
      id,
      namn: text('faktakortets namn'),
      grupp: id,
      ord: words,
      lagrum: z.array(text('lagrummet, så som källan skriver det')).optional(),
      uppdrag: paragraphs('uppdraget'),
      ansvar: paragraphs('myndighetens ansvar'),
      genomförande: paragraphs('myndighetens genomförande'),
    }),
  ),
  stege: z
    .array(rule({ id, namn: text('vart man vänder sig'), ord: text('källans ord') }))
    .min(2, 'ska ha minst två steg, det första först.'),
  reflektionsfrågor: z.array(rule({ text: text('frågan, med källans ord') })).optional(),
  vägar: z.array(
    z.strictObject({
      id,
      namn: text('vad vägen är till för'),
      ord: words,
      steg: z.array(rule({ text: text('vad som gäller, med källans ord') })).min(1, 'är tom. Skriv minst ett steg.'),
    }),
  ),
});

export type GivenGuidance = z.infer<typeof guidance>;
