/** The shape of an indicator in a definition file: what is counted, its targets, its baseline and what documents state. */
import { z } from 'zod';
import { date, id, needed, origin, rule, text, whole, yesNo } from './schema-parts.ts';

const PERIODS = ['vecka', 'sex veckor', 'månad', 'halvår', 'år', 'läsår'] as const;
const period = z.enum(PERIODS, { error: `ska vara ${PERIODS.slice(0, -1).join(', ')} eller läsår.` });
const value = z.number({ error: needed('ett tal; en andel som 0.70') });
const periodName = text('perioden, t.ex. "2022", 2025-H1, 2026-W44 eller 2025/2026');

const target = z.strictObject({
  riktning: z.enum(['minst', 'högst', 'öka', 'följs'], { error: 'ska vara minst, högst, öka eller följs.' }),
  värde: value.optional(),
  /** What "öka" is against. */
  mot: z.enum(['perioden före', 'utgångsvärdet'], { error: 'ska vara "perioden före" eller "utgångsvärdet".' }).optional(),
  'gäller för': z.enum(['varje kön', 'alla'], { error: 'ska vara "varje kön" eller "alla".' }).optional(),
  'gäller från': date('första dagen, t.ex. 2025-01-01').optional(),
  'gäller till': date('sista dagen, t.ex. 2025-12-31').optional(),
  beslutat: date('dagen målet beslutades, t.ex. 2024-10-31').optional(),
  ...origin,
});

/** What a document states, in its words and as a number. */
const cited = z.strictObject({
  period: periodName.optional(),
  står: text('det källan skriver, t.ex. "50-55 procent"'),
  slag: z.enum(['exakt', 'ungefär', 'över', 'intervall'], { error: 'ska vara exakt, ungefär, över eller intervall.' }),
  värde: value,
  till: value.optional(),
  mål: yesNo.optional(),
  mening: text('källans hela mening'),
  källa: text('var det står, t.ex. U 6.1'),
});

export const indicator = rule({
  id,
  namn: text('indikatorns namn'),
  läge: z.enum(['tas fram', 'historik'], { error: 'ska vara "tas fram" eller "historik"; annars utelämnas det.' }).optional(),
  'mäts som': z.enum(['antal', 'andel', 'inom tid'], { error: 'ska vara antal, andel eller "inom tid".' }),
  gräns: text('tiden, t.ex. en vecka').optional(),
  räknar: text('vad som räknas, t.ex. de som deltog').optional(),
  av: text('vad andelen räknas av, t.ex. alla som anmälts').optional(),
  period,
  'rapporteras per': period.optional(),
  'per kön': yesNo.optional(),
  'per verksamhet': yesNo,
  delar: z
    .strictObject({
      kallas: text('vad delarna är, t.ex. Utbildningspaket'),
      är: z.array(text('delens namn')).min(1, 'är tom. Skriv minst en del.'),
      'mål för varje': yesNo.optional(),
    })
    .optional(),
  mål: target.optional(),
  'tidigare mål': z.array(target).optional(),
  'mål sätts av': rule({
    forum: id,
    när: z.enum(['varje januari', 'var sjätte vecka'], { error: 'ska vara "varje januari" eller "var sjätte vecka".' }),
  }).optional(),
  utgångsvärde: rule({
    period: periodName,
    värde: z.union([z.number(), z.literal('ej satt')], { error: 'ska vara ett tal (en andel som 0.70) eller "ej satt".' }),
  }).optional(),
  citerat: z.array(cited).optional(),
  'ny punkt vid': rule({ under: value.optional(), över: value.optional() }).optional(),
  ägare: text('vem som lämnar uppgiften'),
  'ägare är förslag': yesNo.optional(),
  'lämnas av': z.array(id).optional(),
  statistikfil: text('filens namn på samarbetsytan').optional(),
  lista: text('listans namn på samarbetsytan').optional(),
  'lämnas inom dagar': whole('antal dagar efter periodens slut').optional(),
  'följs upp': z.enum(['varje möte', 'varje år'], { error: 'ska vara "varje möte" eller "varje år".' }).optional(),
  aktivitet: text('vad som görs').optional(),
  effekt: text('vad det leder till').optional(),
  prestation: text('vad parterna gör tillsammans').optional(),
  förbehåll: text('det som ska stå med siffran').optional(),
});

export type GivenIndicator = z.infer<typeof indicator>;
export type GivenTarget = z.infer<typeof target>;
