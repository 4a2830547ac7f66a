import { z } from 'zod';
import { localDate, text } from './fields.ts';
import type { Words } from './words.ts';

/** Why an item stands on the agenda. */
export const why = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('standing'), source: text }),
  z.strictObject({
    kind: z.literal('carried-over'),
    from: localDate,
    reason: z.enum(['not-reached', 'open-action', 'tabled']),
  }),
  z.strictObject({ kind: z.literal('proposed'), by: text }),
]);

export function sayWhy(view: z.infer<typeof why>, { why: say, format }: Words): string {
  switch (view.kind) {
    case 'standing':
      return say.standing(view.source);
    case 'carried-over':
      return say.carriedOver(format.shortDay(view.from), say.reasons[view.reason]);
    case 'proposed':
      return say.proposed(view.by);
  }
}
