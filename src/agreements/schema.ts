/** The shape of definition files, with Swedish keys and messages that say what to write. */
import { z } from 'zod';

const needed = (what: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? `saknas. Skriv ${what}.` : `går inte att läsa. Skriv ${what}.`;

const text = (what: string) => z.string({ error: needed(what) }).min(1, `är tom. Skriv ${what}.`);
const id = text('ett kort id med små bokstäver, t.ex. hub-intro').regex(
  /^[a-z0-9-]+$/,
  'får bara ha små bokstäver a–z, siffror och bindestreck.',
);
const whole = (what: string) =>
  z
    .number({ error: needed(what) })
    .int(`är inget heltal. Skriv ${what}.`)
    .positive(`ska vara större än 0. Skriv ${what}.`);
const date = (what: string) =>
  z
    .string({ error: needed(what) })
    .regex(/^\d{4}-\d{2}-\d{2}$/, `är inget datum. Skriv ${what}.`)
    .refine((value) => !/^\d{4}-\d{2}-\d{2}$/.test(value) || isDate(value), `finns inte i kalendern. Skriv ${what}.`);
const monthDay = z
  .string({ error: needed('månad och dag, t.ex. 12-24') })
  .refine((value) => /^\d{2}-\d{2}$/.test(value) && isDate(`2028-${value}`), 'är ingen dag. Skriv månad och dag, t.ex. 12-24.');
const week = z
  .number({ error: needed('veckonummer') })
  .int('är inget heltal. Skriv veckonummer.')
  .min(1, 'är ingen vecka. Skriv 1–53.')
  .max(53, 'är ingen vecka. Skriv 1–53.');
const clock = z
  .string({ error: needed('klockslaget inom citattecken, t.ex. "13.00"') })
  .regex(/^([01]\d|2[0-3])\.[0-5]\d$/, 'är inget klockslag. Skriv t.ex. "13.00".');
const yesNo = z.enum(['ja', 'nej'], { error: 'ska vara ja eller nej.' });

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
const origin = {
  källa: text('var i överenskommelsen det står, t.ex. N 1.8').optional(),
  'vårt val': text('varför valet gjordes').optional(),
};
type WithOrigin = { källa?: unknown; 'vårt val'?: unknown };
/** Rules that look at several fields say their word even when one of the fields is wrong. */
const always = { when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null && !Array.isArray(value) };
const oneOrigin = (rule: WithOrigin) => (rule.källa === undefined) !== (rule['vårt val'] === undefined);
const ORIGIN = {
  error: 'ska ha antingen "källa" (vad överenskommelsen säger) eller "vårt val" (varför), inte båda och inte ingen.',
  ...always,
};
const rule = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ ...shape, ...origin }).refine((value) => oneOrigin(value as WithOrigin), ORIGIN);

const rhythm = z.discriminatedUnion(
  'slag',
  [
    z
      .strictObject({
        slag: z.literal('var N:e dag'),
        dagar: whole('antal dagar, t.ex. 14'),
        ankare: rule({
          datum: date('en dag då forumet möts, t.ex. 2027-01-19'),
          start: clock,
          minuter: whole('mötets längd i minuter'),
          'delar ståendetid': z.strictObject({ id, minuter: whole('hela ståendetidens längd i minuter') }).optional(),
        }),
        ...origin,
      })
      .refine(oneOrigin, ORIGIN),
    z
      .strictObject({
        slag: z.literal('fönster per år'),
        fönster: z.array(z.strictObject({ från: monthDay, till: monthDay })).min(1, 'är tom. Skriv minst ett fönster.'),
        ...origin,
      })
      .refine(oneOrigin, ORIGIN),
    z.strictObject({ slag: z.literal('varje år'), från: monthDay, till: monthDay, ...origin }).refine(oneOrigin, ORIGIN),
    z.strictObject({ slag: z.literal('inga egna datum'), ...origin }).refine(oneOrigin, ORIGIN),
  ],
  { error: 'ska vara "var N:e dag", "fönster per år", "varje år" eller "inga egna datum".' },
);

const span = {
  datum: z.strictObject({ från: monthDay, till: monthDay }).optional(),
  veckor: z.strictObject({ från: week, till: week }).optional(),
  'dagar från påskdagen': z.strictObject({ från: z.number().int(), till: z.number().int() }).optional(),
  midsommar: z.literal('ja').optional(),
};
/** Days that come back every year; each is told in exactly one way. */
const named = (what: string) =>
  z
    .strictObject({ namn: text(what), ...span, ...origin })
    .refine(oneOrigin, ORIGIN)
    .refine((value) => Object.keys(span).filter((kind) => value[kind as keyof typeof span] !== undefined).length === 1, {
      error: 'ska ha exakt ett av "datum", "veckor", "dagar från påskdagen" och "midsommar".',
      ...always,
    });

const pause = named('vad uppehållet heter, t.ex. Påsk');

const standingItem = rule({
  id,
  namn: text('punktens rubrik'),
  minuter: whole('hur många minuter punkten får'),
  indikatorer: z.array(id).optional(),
});

const lift = rule({
  till: id,
  'för beslut': yesNo,
});

export const forum = z.strictObject({
  id,
  namn: text('forumets namn'),
  kallas: text('vad forumet kallas mitt i en mening, t.ex. sektionschefsmötet').optional(),
  nivå: id,
  plats: text('var forumet möts, t.ex. Digitalt i Teams'),
  verksamheter: z.array(id, { error: needed('verksamheternas id i en lista') }).min(1, 'är tom. Skriv minst en verksamhet.'),
  rytm: rhythm,
  uppehåll: z.array(pause).optional(),
  'i uppehåll': z.enum(['vilar', 'flyttar'], { error: 'ska vara vilar eller flyttar.' }).optional(),
  flytt: rule({
    först: z.enum(['tidigare', 'senare'], { error: 'ska vara tidigare eller senare.' }),
    'inom dagar': whole('hur många dagar mötet får flyttas'),
  }).optional(),
  mandat: rule({ får: z.enum(['komma överens', 'besluta'], { error: 'ska vara "komma överens" eller "besluta".' }) }),
  sekreterare: rule({
    turordning: text('hur uppgiften går runt'),
    'växlar mellan': z.enum(['parter', 'verksamheter'], { error: 'ska vara parter eller verksamheter.' }).optional(),
  }),
  godkännande: rule({
    'inom dagar': whole('antal dagar efter mötet'),
    'påminn dagar före': z.array(whole('antal dagar')).length(2, 'ska ha två tal, t.ex. [7, 1].'),
  }).refine((value) => value['påminn dagar före'].every((days) => days < value['inom dagar']), {
    error: 'ska vara färre än dagarna man har på sig ("inom dagar"), annars kommer påminnelsen före mötet.',
    path: ['påminn dagar före'],
  }),
  'lyfter till': z.array(lift).min(1, 'är tom. Skriv vart forumets frågor går, det vanliga först.').optional(),
  'stående punkter': z.array(standingItem).min(1, 'är tom. Skriv minst en stående punkt.'),
});

const indicator = rule({
  id,
  namn: text('indikatorns namn'),
  'mäts som': z.enum(['antal', 'andel'], { error: 'ska vara antal eller andel.' }),
  period: z.enum(['vecka', 'månad'], { error: 'ska vara vecka eller månad.' }),
  'per verksamhet': yesNo,
  mål: z.strictObject({
    riktning: z.enum(['minst', 'högst', 'öka', 'följs'], { error: 'ska vara minst, högst, öka eller följs.' }),
    värde: z.number({ error: needed('ett tal; en andel som 0.70') }).optional(),
    'gäller till': date('sista dagen, t.ex. 2025-12-31').optional(),
  }),
  ägare: text('vem som lämnar uppgiften'),
  statistikfil: text('filens namn på samarbetsytan'),
  aktivitet: text('vad som görs'),
  effekt: text('vad det leder till'),
});

export const mainAgreement = z.strictObject({
  typ: z.literal('huvudöverenskommelse', { error: 'ska vara huvudöverenskommelse.' }),
  id,
  namn: text('överenskommelsens namn'),
  myndigheter: z
    .array(rule({ id, namn: text('myndighetens namn'), dnr: text('diarienumret, eller ej angivet') }))
    .min(2, 'ska ha minst två myndigheter.'),
  verksamheter: z.array(z.strictObject({ id, namn: text('verksamhetens namn'), myndighet: id, 'del av': id.optional() })),
  nivåer: z.array(
    z.strictObject({ id, namn: text('nivåns namn'), ordning: whole('1 för den lägsta nivån'), under: id.optional() }),
  ),
});

export const appendix = z.strictObject({
  typ: z.literal('bilaga', { error: 'ska vara bilaga.' }),
  id,
  namn: text('bilagans namn'),
  till: text('huvudöverenskommelsens fil'),
  personer: text('filen med medlemmar'),
  visning: rule({ 'minsta antal': whole('ett antal, t.ex. 5'), 'få observationer': whole('ett antal, t.ex. 30') }),
  forum: z.array(forum),
  'utanför produkten': z.array(rule({ id, namn: text('vad stället heter, t.ex. ett forum i en annan bilaga') })).optional(),
  avbokning: rule({ regel: text('vad som gäller när någon vill avboka, som en mening') }).optional(),
  'att veta om': z.array(named('t.ex. sportlov')).optional(),
  årshjul: z
    .array(
      rule({
        id,
        namn: text('vad som ska göras'),
        fönster: z.array(z.strictObject({ från: monthDay, till: monthDay })).min(1, 'är tom. Skriv minst ett fönster.'),
        vem: text('vem som gör det'),
      }),
    )
    .optional(),
  indikatorer: z.array(indicator),
});

const guid = text('ett GUID från Entra').regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'är inget GUID.');

export const roster = z.strictObject({
  exempel: yesNo,
  exempeldag: date('dagen som det lokala läget börjar på, t.ex. 2027-03-10').optional(),
  personer: z.array(
    z.strictObject({
      id,
      namn: text('för- och efternamn'),
      roll: text('rollen i verksamheten'),
      verksamhet: id,
      forum: z.array(id),
      sammankallar: z.array(id).optional(),
      tenant: guid.optional(),
      entraId: guid.optional(),
      'medlem från': date('första dagen, t.ex. 2027-03-20').optional(),
      frånvaro: z.array(z.strictObject({ från: date('första dagen'), till: date('sista dagen') })).optional(),
    }),
  ),
});

export type MainAgreement = z.infer<typeof mainAgreement>;
export type Appendix = z.infer<typeof appendix>;
export type Roster = z.infer<typeof roster>;
