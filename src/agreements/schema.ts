/** The shape of definition files, with Swedish keys and messages that say what to write. */
import { z } from 'zod';
import { type Day, dayNumber, isoDay, weekdayOf } from '../domain/days.ts';
import { indicator } from './indicator-schema.ts';
import {
  always,
  clock,
  date,
  dayOrDate,
  id,
  monthDay,
  needed,
  ORIGIN,
  oneOrigin,
  origin,
  rule,
  text,
  week,
  whole,
  yesNo,
} from './schema-parts.ts';

/** The day a text names; undefined when it names none, which is a fault of its own. */
function dayNamed(text: unknown): Day | undefined {
  const [year = 0, month = 0, day = 0] = String(text).split('-').map(Number);
  const found = dayNumber(year, month, day);
  return isoDay(found) === text ? found : undefined;
}

/** Every meeting of a rhythm counted from a Sunday would have to be moved. */
const weekend = ({ input }: { input?: unknown }): string => {
  const day = dayNamed(input) ?? 0;
  return `är en ${weekdayOf(day) === 7 ? 'söndag' : 'lördag'}. Skriv en vardag, t.ex. ${isoDay(day + 8 - weekdayOf(day))}.`;
};

const rhythm = z.discriminatedUnion(
  'slag',
  [
    z
      .strictObject({
        slag: z.literal('var N:e dag'),
        dagar: whole('antal dagar, t.ex. 14'),
        ankare: rule({
          datum: date('en dag då forumet möts, t.ex. 2027-01-19').refine((text) => weekdayOf(dayNamed(text) ?? 0) <= 5, {
            error: weekend,
          }),
          start: clock,
          minuter: whole('mötets längd i minuter'),
          'delar ståendetid': rule({ id, minuter: whole('hela ståendetidens längd i minuter') }).optional(),
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
  lyfter: yesNo.optional(),
  /** Organisations that report under the item, in writing and ahead. */
  lägesbilder: z
    .array(
      rule({
        id,
        namn: text('vad organisationen heter'),
        verksamheter: z.array(id).min(1, 'är tom. Skriv minst en verksamhet.'),
      }),
    )
    .min(1, 'är tom. Skriv minst en organisation.')
    .optional(),
});

const cases = rule({
  punkt: id,
  'minuter per ärende': whole('antal minuter, t.ex. 5'),
  'rensas efter dagar': whole('antal dagar efter mötet, t.ex. 30'),
  först: rule({ regel: text('vad som görs innan ett ärende anmäls, som en mening') }),
  slag: z.array(rule({ id, namn: text('vilket slags behov'), 'i förväg': yesNo })).min(1, 'är tom. Skriv minst ett slag.'),
  givare: z
    .array(
      rule({
        id,
        namn: text('vem som lämnar uppgifter med samtycke'),
        verksamheter: z.array(id).min(1, 'är tom. Skriv minst en verksamhet.'),
        månader: whole('hur många månader ett samtycke gäller som längst'),
      }),
    )
    .min(2, 'ska ha minst två: den som anmäler och den som något önskas av.'),
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
  form: rule({
    sker: z.enum(['digitalt', 'på plats', 'digitalt eller på plats'], {
      error: 'ska vara "digitalt", "på plats" eller "digitalt eller på plats".',
    }),
  }).optional(),
  verksamheter: z.array(id, { error: needed('verksamheternas id i en lista') }).min(1, 'är tom. Skriv minst en verksamhet.'),
  /** Who takes part, in the sources' words; those who come when needed are no members. */
  deltar: z
    .array(
      rule({
        roll: text('rollen, t.ex. Socialsekreterare'),
        från: z.array(id, { error: needed('verksamheternas id i en lista') }).min(1, 'är tom. Skriv minst en verksamhet.'),
        när: z.literal('vid behov', { error: 'ska vara "vid behov", eller utelämnas.' }).optional(),
      }),
    )
    .optional(),
  /** Left out where nobody is named. */
  sammankallande: rule({
    vem: text('vem som sammankallar, t.ex. sektionschef från Arbetsförmedlingen'),
    från: z.array(id, { error: needed('verksamheternas id i en lista') }).min(1, 'är tom. Skriv minst en verksamhet.'),
  }).optional(),
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
  ärenden: cases.optional(),
  'lyfter till': z.array(lift).min(1, 'är tom. Skriv vart forumets frågor går, det vanliga först.').optional(),
  /** Proposed items in the order of the guidance's groups. */
  'föreslagna punkter': rule({
    ordnas: z.literal('efter faktakortens grupper', { error: 'ska vara "efter faktakortens grupper", eller utelämnas.' }),
  }).optional(),
  /** One of the guidance's questions on each agenda, in turn. */
  reflektionsfråga: rule({ minuter: whole('hur många minuter frågan får') }).optional(),
  'stående punkter': z.array(standingItem).min(1, 'är tom. Skriv minst en stående punkt.'),
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

/** Every year from one day to another, or once, between two dates. */
const dutyWindow = z
  .strictObject({ från: dayOrDate, till: dayOrDate })
  .refine(({ från, till }) => från.length === till.length, {
    error: 'ska ha två dagar (12-24) eller två datum (2027-12-24), inte ett av varje.',
  })
  .refine(({ från, till }) => från.length !== till.length || från.length < 10 || från <= till, {
    error: 'slutar innan det börjar. Byt plats på datumen.',
  });

/** Invitations further ahead than this are to people who have moved on, and the calendar is asked for all of them at a look. */
const MOST_MONTHS = 36;

const aim = rule({ text: text('den övergripande målsättningen, med bilagans ord') });

export const appendix = z.strictObject({
  tidszon: z
    .literal('Europe/Stockholm', {
      error: 'ska vara Europe/Stockholm: mötena hålls på svensk tid. Ta bort raden eller skriv så.',
    })
    .optional(),
  typ: z.literal('bilaga', { error: 'ska vara bilaga.' }),
  id,
  namn: text('bilagans namn'),
  till: text('huvudöverenskommelsens fil'),
  personer: text('filen med medlemmar'),
  /** Who hears once a day, by kind and forum, that personal data were stopped. */
  incidentkontakt: id.optional(),
  visning: rule({ 'minsta antal': whole('ett antal, t.ex. 5'), 'få observationer': whole('ett antal, t.ex. 30') }),
  /** Working days before the agenda goes out on which those who owe figures are asked, and reminded. */
  'sena siffror': rule({
    'fråga arbetsdagar före': whole('antal arbetsdagar innan dagordningen publiceras, t.ex. 3'),
    'påminn arbetsdagar före': whole('antal arbetsdagar innan dagordningen publiceras, t.ex. 1'),
  })
    .refine((given) => given['påminn arbetsdagar före'] < given['fråga arbetsdagar före'], {
      error: 'påminner innan någon har frågat. Skriv färre arbetsdagar under "påminn arbetsdagar före".',
    })
    .optional(),
  forum: z.array(forum),
  'utanför produkten': z.array(rule({ id, namn: text('vad stället heter, t.ex. ett forum i en annan bilaga') })).optional(),
  samarbetsyta: rule({ regel: text('vad som gäller för dagordning och mötesanteckningar, som en mening') }).optional(),
  närvaro: rule({ regel: text('vad som gäller för vilka som är med, som en mening') }).optional(),
  /** How many months ahead every meeting stands in the calendar; a year where it is left out. */
  framförhållning: rule({
    månader: whole('hur många månader framåt mötena ligger i kalendern, t.ex. 12').max(
      MOST_MONTHS,
      `är längre än ${MOST_MONTHS} månader. Skriv hur många månader framåt mötena ligger i kalendern, t.ex. 12.`,
    ),
  }).optional(),
  avbokning: rule({ regel: text('vad som gäller när någon vill avboka, som en mening') }).optional(),
  'att veta om': z.array(named('t.ex. sportlov')).optional(),
  årshjul: z
    .array(
      rule({
        id,
        namn: text('vad som ska göras'),
        fönster: z.array(dutyWindow).min(1, 'är tom. Skriv minst ett fönster.'),
        vem: text('vem som gör det'),
        /** Which forum makes a report, for which: of the half-year's figures, or the follow-up of the whole year. */
        rapport: z
          .strictObject({
            från: id,
            till: id,
            av: z.enum(['halvåret', 'året'], { error: 'ska vara halvåret eller året.' }).default('halvåret'),
          })
          .optional(),
      }),
    )
    .optional(),
  vägledning: text('filen med faktakort och vägar').optional(),
  fraser: text('filen med fraser för mötesanteckningarna').optional(),
  /** Files of appendices without forums of their own, whose indicators are followed up here. */
  'andra bilagor': z.array(text('filens namn')).optional(),
  målsättning: aim.optional(),
  indikatorer: z.array(indicator),
});

/** An appendix that has no forum of its own: it lends its indicators (U). */
export const lentAppendix = z.strictObject({
  typ: z.literal('bilaga utan forum', { error: 'ska vara "bilaga utan forum".' }),
  id,
  namn: text('bilagans namn'),
  målsättning: aim.optional(),
  indikatorer: z.array(indicator),
});

const mail = text('arbetsadressen, t.ex. namn@myndighet.example').regex(
  /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[a-z]{2,}$/i,
  'är ingen e-postadress. Skriv bara arbetsadressen, t.ex. namn@myndighet.example.',
);

const guid = text('ett GUID från Entra').regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'är inget GUID.');

export const roster = z.strictObject({
  exempel: yesNo,
  exempeldag: date('dagen som det lokala läget börjar på, t.ex. 2027-03-10').optional(),
  /** Groups in Entra whose members are members here, beside those below. */
  grupper: z
    .array(
      z.strictObject({
        grupp: text('gruppens objekt-id från Entra').regex(
          /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
          'är inget GUID. Skriv gruppens objekt-id, så som Entra visar det; en adress kan byta ägare.',
        ),
        verksamhet: id,
        roll: text('rollen i verksamheten för gruppens medlemmar'),
        forum: z.array(id, { error: needed('forumens id i en lista') }).min(1, 'är tom. Skriv minst ett forum.'),
      }),
    )
    .optional(),
  personer: z.array(
    z.strictObject({
      id,
      namn: text('för- och efternamn'),
      roll: text('rollen i verksamheten'),
      verksamhet: id,
      epost: mail.optional(),
      forum: z.array(id),
      /** Forums where they take part when needed: invited, but no member and never secretary. */
      'vid behov': z.array(id).optional(),
      sammankallar: z.array(id).optional(),
      /** The authority whose register they keep: they see what is filed and write in its number, also where they are no members. */
      'registrator för': id.optional(),
      /** Puts the reports together, and sees the figures of every forum. */
      rapportansvarig: z.literal('ja', { error: 'ska vara ja, eller utelämnas.' }).optional(),
      tenant: guid.optional(),
      entraId: guid.optional(),
      'medlem från': date('första dagen, t.ex. 2027-03-20').optional(),
      frånvaro: z.array(z.strictObject({ från: date('första dagen'), till: date('sista dagen') })).optional(),
    }),
  ),
});

export type MainAgreement = z.infer<typeof mainAgreement>;
export type Appendix = z.infer<typeof appendix>;
export type LentAppendix = z.infer<typeof lentAppendix>;
export type Roster = z.infer<typeof roster>;
