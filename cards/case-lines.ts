import { z } from 'zod';
import { text } from './fields.ts';
import type { Words } from './words.ts';

/** A case to be taken up, and whose consent it still waits for. */
export const caseLine = z.strictObject({
  alias: text,
  kind: text,
  of: text,
  wanted: text,
  inAdvance: z.boolean(),
  waitsFor: z.array(text),
});

export const sayCases = (cases: readonly z.infer<typeof caseLine>[], { agenda: say, format }: Words) =>
  cases.map((one) => ({
    alias: one.alias,
    kind: ` · ${one.kind}${one.inAdvance ? ` (${say.inAdvance})` : ''}`,
    wanted: say.wantedOf(one.of, one.wanted),
    waits: one.waitsFor.length > 0 ? `⚠ ${say.waitsForConsent(format.list(one.waitsFor))}` : '',
  }));
