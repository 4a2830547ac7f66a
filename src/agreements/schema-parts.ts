/** What every definition file's shape is made of: texts, numbers, days, and where a rule comes from. */
import { z } from 'zod';

export const needed = (what: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? `saknas. Skriv ${what}.` : `går inte att läsa. Skriv ${what}.`;

export const text = (what: string) => z.string({ error: needed(what) }).min(1, `är tom. Skriv ${what}.`);
export const id = text('ett kort id med små bokstäver, t.ex. hub-intro').regex(
  /^[a-z0-9-]+$/,
  'får bara ha små bokstäver a–z, siffror och bindestreck.',
);
export const whole = (what: string) =>
  z
    .number({ error: needed(what) })
    .int(`är inget heltal. Skriv ${what}.`)
    .positive(`ska vara större än 0. Skriv ${what}.`);
export const date = (what: string) =>
  z
    .string({ error: needed(what) })
    .regex(/^\d{4}-\d{2}-\d{2}$/, `är inget datum. Skriv ${what}.`)
    .refine((value) => !/^\d{4}-\d{2}-\d{2}$/.test(value) || isDate(value), `finns inte i kalendern. Skriv ${what}.`);
export const monthDay = z
  .string({ error: needed('månad och dag, t.ex. 12-24') })
  .refine((value) => /^\d{2}-\d{2}$/.test(value) && isDate(`2028-${value}`), 'är ingen dag. Skriv månad och dag, t.ex. 12-24.');
export const dayOrDate = z
  .string({ error: needed('månad och dag, t.ex. 12-24, eller ett datum') })
  .refine((value) => /^(\d{4}-)?\d{2}-\d{2}$/.test(value) && isDate(value.length < 10 ? `2028-${value}` : value), {
    error: 'är ingen dag. Skriv månad och dag, t.ex. 12-24, eller ett datum, t.ex. 2027-12-24.',
  });
export const week = z
  .number({ error: needed('veckonummer') })
  .int('är inget heltal. Skriv veckonummer.')
  .min(1, 'är ingen vecka. Skriv 1–53.')
  .max(53, 'är ingen vecka. Skriv 1–53.');
export const clock = z
  .string({ error: needed('klockslaget inom citattecken, t.ex. "13.00"') })
  .regex(/^([01]\d|2[0-3])\.[0-5]\d$/, 'är inget klockslag. Skriv t.ex. "13.00".');
export const yesNo = z.enum(['ja', 'nej'], { error: 'ska vara ja eller nej.' });

function isDate(value: string): boolean {
  try {
    Temporal.PlainDate.from(value);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Every rule says where it comes from: "källa" cites the agreement, "vårt val" says that it is ours. Exactly one. */
export const origin = {
  källa: text('var i överenskommelsen det står, t.ex. N 1.8').optional(),
  'vårt val': text('varför valet gjordes').optional(),
};
type WithOrigin = { källa?: unknown; 'vårt val'?: unknown };
/** Rules that look at several fields say their word even when one of the fields is wrong. */
export const always = {
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null && !Array.isArray(value),
};
export const oneOrigin = (rule: WithOrigin) => (rule.källa === undefined) !== (rule['vårt val'] === undefined);
export const ORIGIN = {
  error: 'ska ha antingen "källa" (vad överenskommelsen säger) eller "vårt val" (varför), inte båda och inte ingen.',
  ...always,
};
export const rule = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ ...shape, ...origin }).refine((value) => oneOrigin(value as WithOrigin), ORIGIN);
