import { z } from 'zod';
import { count, localDate, text } from './fields.ts';
import type { Words } from './words.ts';

/** Why an item stands on the agenda. */
export const why = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('standing'), source: text }),
  z.strictObject({
    kind: z.literal('carried-over'),
    from: localDate,
    reason: z.enum(['not-reached', 'open-action', 'tabled', 'continues']),
    said: text.optional(),
  }),
  z.strictObject({ kind: z.literal('proposed'), by: text, weighedBy: text.optional() }),
  z.strictObject({
    kind: z.literal('threshold'),
    side: z.enum(['below', 'above']),
    line: z.number(),
    measure: z.enum(['share', 'count']),
  }),
  z.strictObject({
    kind: z.literal('lifted'),
    from: z.array(text),
    since: localDate,
    days: count,
    forDecision: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('handed-down'),
    from: text,
    at: localDate,
    what: z.enum(['answer', 'decision', 'sent-back']),
  }),
]);

export function sayWhy(view: z.infer<typeof why>, { why: say, format }: Words): string {
  switch (view.kind) {
    case 'standing':
      return say.standing(view.source);
    case 'carried-over':
      return say.carriedOver(format.shortDay(view.from), say.reasons[view.reason], view.said ?? '');
    case 'proposed':
      return say.proposed(view.by, view.weighedBy ?? '');
    case 'threshold':
      return say.threshold[view.side](view.measure === 'share' ? format.share(view.line) : format.count(view.line));
    case 'lifted':
      return say.lifted(format.list(view.from), format.shortDay(view.since), view.days, view.forDecision);
    case 'handed-down':
      return say.handedDown[view.what](view.from, format.shortDay(view.at));
  }
}
