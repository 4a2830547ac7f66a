/** From definition files to an Agreement. All faults of all files at once; nothing is loaded while there is one. */
import path from 'node:path';
import type { Agreement, AppendixAim, Forum, Level, Rhythm, Span } from '../domain/agreement.ts';
import { occurrences, plan } from '../domain/cadence.ts';
import type { CaseRules } from '../domain/cases.ts';
import { dayOf, isoDay } from '../domain/days.ts';
import { inLevelOrder } from '../domain/level-order.ts';
import { type Misfit, misfits } from '../domain/standing-time.ts';
import { ordinal } from '../domain/swedish.ts';
import { collisions } from '../domain/year-plan.ts';
import { type GivenGuidance, guidance } from './guidance-schema.ts';
import { guidanceFaults, guidanceOf } from './load-guidance.ts';
import { indicatorOf, originOf } from './load-indicator.ts';
import { phrases, phrasesOf } from './phrases-schema.ts';
import { type Fault, type Read, readYaml } from './read-yaml.ts';
import { entries, references } from './references.ts';
import {
  type Appendix,
  appendix,
  forum,
  type LentAppendix,
  lentAppendix,
  type MainAgreement,
  mainAgreement,
  type Roster,
  roster,
} from './schema.ts';

export type Loaded =
  | { ok: true; agreement: Agreement; files: string[]; warnings: Fault[] }
  | { ok: false; faults: Fault[]; warnings: Fault[] };

type WithOrigin = Parameters<typeof originOf>[0];

function rhythmOf(given: Appendix['forum'][number]['rytm']): Rhythm {
  const origin = originOf(given);
  switch (given.slag) {
    case 'var N:e dag': {
      const { ankare } = given;
      return {
        kind: 'every',
        days: given.dagar,
        anchor: ankare.datum,
        start: ankare.start.replace('.', ':'),
        minutes: ankare.minuter,
        sharedTime: ankare['delar ståendetid'] && {
          id: ankare['delar ståendetid'].id,
          minutes: ankare['delar ståendetid'].minuter,
          origin: originOf(ankare['delar ståendetid']),
        },
        origin,
        anchorOrigin: originOf(ankare),
      };
    }
    case 'fönster per år':
      return { kind: 'windows', windows: given.fönster.map((window) => ({ from: window.från, to: window.till })), origin };
    case 'varje år':
      return { kind: 'yearly', from: given.från, to: given.till, origin };
    case 'inga egna datum':
      return { kind: 'none', origin };
  }
}

type GivenSpan = Pick<NonNullable<Appendix['forum'][number]['uppehåll']>[number], 'datum' | 'veckor' | 'dagar från påskdagen'>;

function spanOf(given: GivenSpan): Span {
  if (given.datum) return { kind: 'dates', from: given.datum.från, to: given.datum.till };
  if (given.veckor) return { kind: 'weeks', from: given.veckor.från, to: given.veckor.till };
  const easter = given['dagar från påskdagen'];
  return easter ? { kind: 'easter', from: easter.från, to: easter.till } : { kind: 'midsummer' };
}

const namedSpan = (given: GivenSpan & WithOrigin & { namn: string }) => ({
  name: given.namn,
  origin: originOf(given),
  ...spanOf(given),
});

const HELD = { digitalt: 'online', 'på plats': 'in-person', 'digitalt eller på plats': 'either' } as const;

const casesOf = (given: NonNullable<Appendix['forum'][number]['ärenden']>): CaseRules => ({
  item: given.punkt,
  minutesEach: given['minuter per ärende'],
  purgeAfterDays: given['rensas efter dagar'],
  first: { rule: given.först.regel, origin: originOf(given.först) },
  kinds: given.slag.map((one) => ({ id: one.id, name: one.namn, inAdvance: one['i förväg'] === 'ja', origin: originOf(one) })),
  givers: given.givare.map((one) => ({
    id: one.id,
    name: one.namn,
    units: one.verksamheter,
    months: one.månader,
    origin: originOf(one),
  })),
  origin: originOf(given),
});

/** A forum that says how far its meetings may be moved moves them out of its pauses too; the others rest in them (ours). */
function inPauseOf(given: Appendix['forum'][number]): Forum['inPause'] {
  const said = given['i uppehåll'] ?? (given.flytt ? 'flyttar' : 'vilar');
  return said === 'flyttar' ? 'moves' : 'rests';
}

function figureAsksOf(given: Appendix['sena siffror']): Forum['figureAsks'] {
  if (!given) return { daysBefore: 3, remindDaysBefore: 1, origin: { choice: 'Filen säger inte när ägaren tillfrågas' } };
  return {
    daysBefore: given['fråga arbetsdagar före'],
    remindDaysBefore: given['påminn arbetsdagar före'],
    origin: originOf(given),
  };
}

function forumOf(given: Appendix['forum'][number], late?: Appendix['sena siffror']): Forum {
  return {
    id: given.id,
    name: given.namn,
    called: given.kallas ?? given.namn,
    level: given.nivå,
    units: given.verksamheter,
    rhythm: rhythmOf(given.rytm),
    pauses: (given.uppehåll ?? []).map(namedSpan),
    inPause: inPauseOf(given),
    moving: given.flytt
      ? {
          prefer: given.flytt.först === 'senare' ? 'later' : 'earlier',
          withinDays: given.flytt['inom dagar'],
          origin: originOf(given.flytt),
        }
      : { prefer: 'earlier', withinDays: 366, origin: { choice: 'Närmaste arbetsdag, tidigare först' } },
    mandate: given.mandat.får === 'besluta' ? 'decides' : 'agrees',
    mandateOrigin: originOf(given.mandat),
    place: given.plats,
    form: given.form
      ? { held: HELD[given.form.sker], origin: originOf(given.form) }
      : { held: 'in-person', origin: { choice: 'Filen säger inte hur mötet hålls, så ingen länk görs' } },
    reflects: given.reflektionsfråga && { minutes: given.reflektionsfråga.minuter, origin: originOf(given.reflektionsfråga) },
    weighs: given['föreslagna punkter'] && { origin: originOf(given['föreslagna punkter']) },
    standingItems: given['stående punkter'].map((item) => ({
      id: item.id,
      title: item.namn,
      minutes: item.minuter,
      indicators: item.indikatorer ?? [],
      lifts: item.lyfter === 'ja',
      situations: (item.lägesbilder ?? []).map((one) => ({
        id: one.id,
        name: one.namn,
        units: one.verksamheter,
        origin: originOf(one),
      })),
      origin: originOf(item),
    })),
    approval: {
      withinDays: given.godkännande['inom dagar'],
      remindDaysBefore: given.godkännande['påminn dagar före'],
      origin: originOf(given.godkännande),
    },
    figureAsks: figureAsksOf(late),
    cases: given.ärenden && casesOf(given.ärenden),
    lifts: (given['lyfter till'] ?? []).map((lift) => ({
      to: lift.till,
      forDecision: lift['för beslut'] === 'ja',
      origin: originOf(lift),
    })),
    rotation: {
      between: given.sekreterare['växlar mellan'] === 'parter' ? 'authorities' : 'units',
      origin: originOf(given.sekreterare),
    },
    documentTypes: { agenda: 'dagordning', minutes: 'mötesanteckningar' },
  };
}

/** Years ahead in which every slot must be possible to hold or move. */
const YEARS_AHEAD = 30;

/** Forums that want a question to reflect on where the guidance has none. */
function unanswerable(part: Read<Appendix>, guided: Read<GivenGuidance> | undefined): Fault[] {
  if (((guided?.raw as { reflektionsfrågor?: unknown[] } | undefined)?.reflektionsfrågor ?? []).length > 0) return [];
  return (entries(part.raw, 'forum') ?? []).flatMap((given, n): Fault[] => {
    if (given['reflektionsfråga'] === undefined) return [];
    const at = ['forum', n, 'reflektionsfråga'];
    const text = 'har inga frågor att ta av. Skriv reflektionsfrågor i vägledningen.';
    return [{ file: part.source.file, line: part.source.line(at), field: `forum [${n + 1}] › reflektionsfråga`, text }];
  });
}

/** Rhythms that some day give a slot with nowhere to move: the forum could not be planned past it. */
function unplannable(part: Read<Appendix>): Fault[] {
  return (entries(part.raw, 'forum') ?? []).flatMap((given, n): Fault[] => {
    const read = forum.safeParse(given);
    if (!read.success || read.data.rytm.slag !== 'var N:e dag') return [];
    const from = Temporal.PlainDate.from(read.data.rytm.ankare.datum);
    const one = forumOf(read.data);
    const at = { file: part.source.file, line: part.source.line(['forum', n, 'rytm']), field: `forum [${n + 1}] › rytm` };
    return [unheld(one, from), restless(one, from)].flatMap((text) => (text === undefined ? [] : [{ ...at, text }]));
  });
}

/** Which slots no rule can hold, and what is in the way of each; the rest is planned. */
function unheld(one: Forum, from: Temporal.PlainDate): string | undefined {
  const stuck: string[] = [];
  for (const slot of occurrences(one, dayOf(from), dayOf(from.add({ years: YEARS_AHEAD }))))
    if (slot.kind === 'unplanned') stuck.push(`${isoDay(slot.slot)} (${slot.because})`);
  if (stuck.length === 0) return undefined;
  const slots = `${stuck.slice(0, 3).join(', ')}${stuck.length > 3 ? ` och ${stuck.length - 3} dagar till` : ''}`;
  return `ger ${slots}, som varken kan hållas eller flyttas (högst ${one.moving.withinDays === 1 ? 'en dag' : `${one.moving.withinDays} dagar`}, aldrig förbi nästa möte); resten planeras. Ändra dagar, datum eller uppehållen runt dem.`;
}

/** A cadence whose pauses leave hardly any of it. */
function restless(one: Forum, from: Temporal.PlainDate): string | undefined {
  const { meetings, rests } = plan(one, from, from.add({ years: 1 }));
  if (one.rhythm.kind !== 'every' || rests.length <= meetings.length) return undefined;
  const [first, last] = [rests[0]!.slot, rests.at(-1)!.slot];
  return `kan inte hålla "var ${ordinal(one.rhythm.days)} dag": ${rests.length} av ${rests.length + meetings.length} tillfällen under ett år ligger i uppehåll (${first} till ${last}); resten planeras. Korta uppehållen, eller skriv en glesare rytm.`;
}

const inOrder = (faults: Fault[]): Fault[] => {
  const files = faults.map((fault) => fault.file);
  return faults.toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line);
};

const unread = <T>(): Read<T> => ({ value: undefined, raw: undefined, source: { file: '', line: () => 1 }, faults: [] });

/** Years in which meetings of the same people should not lie on top of each other. */
const YEARS_OF_COLLISIONS = 3;

function colliding(agreement: Agreement, part: Read<Appendix>): Fault[] {
  const anchors = agreement.forums.flatMap(({ rhythm }) => (rhythm.kind === 'every' ? [rhythm.anchor] : [])).sort();
  if (!anchors[0]) return [];
  const from = Temporal.PlainDate.from(anchors[0]);
  return collisions(agreement, from, from.add({ years: YEARS_OF_COLLISIONS })).map(({ forums, first, times }) => {
    const n = agreement.forums.findIndex((one) => one.id === forums[1]);
    const text = `krockar med ${forums[0]} ${times} gånger på ${YEARS_OF_COLLISIONS} år, först ${first}; någon är med i båda. Ändra dag eller klockslag.`;
    return { file: part.source.file, line: part.source.line(['forum', n, 'rytm']), field: `forum [${n + 1}] › rytm`, text };
  });
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;

function misfitText(one: Misfit): string {
  switch (one.how) {
    case 'other days':
      return `ligger andra dagar än ${one.beside}, som delar ståendetiden. Skriv ett datum i samma rytm, t.ex. ${one.date}.`;
    case 'overlaps':
      return `krockar med ${one.beside} i ståendetiden. Skriv tidigast start "${clock(one.free)}".`;
    case 'outside':
      return `slutar ${clock(one.ends)}, utanför ståendetiden ${clock(one.from)}–${clock(one.to)}. Skriv en tidigare start eller färre minuter.`;
  }
}

function notInStandingTime(agreement: Agreement, part: Read<Appendix>): Fault[] {
  return misfits(agreement).map((one) => {
    const n = agreement.forums.findIndex(({ id }) => id === one.forum);
    const line = part.source.line(['forum', n, 'rytm', 'ankare', 'delar ståendetid']);
    return { file: part.source.file, line, field: `forum [${n + 1}] › rytm › ankare › delar ståendetid`, text: misfitText(one) };
  });
}

const aimOf = (given: LentAppendix | Appendix): AppendixAim[] =>
  given.målsättning ? [{ id: given.id, name: given.namn, aim: given.målsättning.text, origin: originOf(given.målsättning) }] : [];

/** The appendices without forums of their own whose indicators this one lends, as far as they are named. */
const lentFiles = (raw: unknown): string[] => {
  const named = (raw as { 'andra bilagor'?: unknown } | undefined)?.['andra bilagor'];
  return Array.isArray(named) ? named.filter((one): one is string => typeof one === 'string' && one !== '') : [];
};

/** Loads an appendix with the main agreement and the people it names. */
export function loadAgreement(file: string): Loaded {
  const part = readYaml(file, appendix);
  const beside = (name: unknown) => (typeof name === 'string' && name !== '' ? path.join(path.dirname(file), name) : undefined);
  const named = (part.raw ?? {}) as { till?: unknown; personer?: unknown; vägledning?: unknown; fraser?: unknown };
  const [mainFile, peopleFile, guidanceFile] = [beside(named.till), beside(named.personer), beside(named.vägledning)];
  const phrasesFile = beside(named.fraser);
  const main = mainFile ? readYaml(mainFile, mainAgreement) : unread<MainAgreement>();
  const people = peopleFile ? readYaml(peopleFile, roster) : unread<Roster>();
  const lent = lentFiles(part.raw).map((name) => readYaml(path.join(path.dirname(file), name), lentAppendix));
  const guided = guidanceFile ? readYaml(guidanceFile, guidance) : undefined;
  const phrased = phrasesFile ? readYaml(phrasesFile, phrases) : undefined;
  const found = references(main, part, people, lent);
  const faults = inOrder([
    ...part.faults,
    ...lent.flatMap((one) => one.faults),
    ...main.faults,
    ...people.faults,
    ...found.faults,
    ...(guided ? [...guided.faults, ...guidanceFaults(guided)] : []),
    ...unanswerable(part, guided),
    ...(phrased?.faults ?? []),
  ]);
  const warnings = inOrder([...found.warnings, ...unplannable(part)]);
  const [m, a, p] = [main.value, part.value, people.value];
  if (faults.length > 0 || !m || !a || !p || !mainFile || !peopleFile) return { ok: false, faults, warnings };
  const others = lent.flatMap((one) => one.value ?? []);
  const levels = m.nivåer.map(({ id, namn, ordning, under }): Level => ({ id, label: namn, order: ordning, parent: under }));
  const agreement: Agreement = {
    id: m.id,
    name: m.namn,
    appendix: a.namn,
    aims: [a, ...others].flatMap(aimOf),
    authorities: m.myndigheter.map(({ id, namn, dnr }) => ({ id, name: namn, dnr: dnr === 'ej angivet' ? undefined : dnr })),
    units: m.verksamheter.map((unit) => ({ id: unit.id, name: unit.namn, authority: unit.myndighet, parent: unit['del av'] })),
    levels,
    forums: inLevelOrder(
      levels,
      a.forum.map((one) => forumOf(one, a['sena siffror'])),
    ),
    indicators: [a, ...others].flatMap((one) => one.indikatorer.map((given) => indicatorOf(given, one.id))),
    outside: (a['utanför produkten'] ?? []).map((one) => ({ id: one.id, name: one.namn, origin: originOf(one) })),
    sharedPlace: a.samarbetsyta
      ? { rule: a.samarbetsyta.regel, origin: originOf(a.samarbetsyta) }
      : { rule: 'Dagordning och mötesanteckningar finns på samarbetsytan', origin: { choice: 'Produkten lägger dem där' } },
    represented: a.närvaro
      ? { rule: a.närvaro.regel, origin: originOf(a.närvaro) }
      : { rule: 'Varje verksamhet behöver ha någon med', origin: { choice: 'Produkten säger till när ingen kommer' } },
    neverCancelled: a.avbokning
      ? { rule: a.avbokning.regel, origin: originOf(a.avbokning) }
      : { rule: 'Möten avbokas inte, de flyttas', origin: { choice: 'Produkten avbokar aldrig' } },
    heldAhead: a.framförhållning
      ? { months: a.framförhållning.månader, origin: originOf(a.framförhållning) }
      : { months: 12, origin: { choice: 'Ett år: då ligger hela året i kalendern den 1 januari' } },
    notices: (a['att veta om'] ?? []).map(namedSpan),
    duties: (a.årshjul ?? []).map((one) => ({
      id: one.id,
      name: one.namn,
      windows: one.fönster.map((window) => ({ from: window.från, to: window.till })),
      who: one.vem,
      report: one.rapport && {
        from: one.rapport.från,
        to: one.rapport.till,
        of: one.rapport.av === 'året' ? ('year' as const) : ('half-year' as const),
      },
      origin: originOf(one),
    })),
    guidance: guided?.value && guidanceOf(guided.value),
    phrases: phrased?.value ? phrasesOf(phrased.value) : [],
    people: p.personer.map((person) => ({
      id: person.id,
      name: person.namn,
      role: person.roll,
      unit: person.verksamhet,
      mail: person.epost,
      forums: person.forum,
      whenNeeded: person['vid behov'] ?? [],
      convenes: person.sammankallar ?? [],
      registersFor: person['registrator för'],
      leadsReports: person.rapportansvarig === 'ja',
      tenant: person.tenant,
      entraId: person.entraId,
      since: person['medlem från'],
      away: (person.frånvaro ?? []).map((time) => ({ from: time.från, to: time.till })),
    })),
    groups: (p.grupper ?? []).map((one) => ({ id: one.grupp, unit: one.verksamhet, role: one.roll, forums: one.forum })),
    incidentContact: a.incidentkontakt,
    disclosureThreshold: a.visning['minsta antal'],
    fewBelow: a.visning['få observationer'],
    sample: p.exempel === 'ja',
    sampleDay: p.exempeldag,
  };
  return {
    ok: true,
    warnings: [...warnings, ...colliding(agreement, part), ...notInStandingTime(agreement, part)],
    files: [
      file,
      ...lent.map((one) => path.join(path.dirname(file), one.source.file)),
      mainFile,
      peopleFile,
      ...(guidanceFile ? [guidanceFile] : []),
      ...(phrasesFile ? [phrasesFile] : []),
    ],
    agreement,
  };
}
