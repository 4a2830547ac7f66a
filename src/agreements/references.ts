/**
 * What refers to what, within and between the files: every id must exist, and none may stand twice. Looks at whatever
 * can be made out, so that a fault elsewhere hides none here.
 */
import { addressFaults } from './address-faults.ts';
import { indicatorFaults } from './indicator-faults.ts';
import { type Fault, fieldName, type Read } from './read-yaml.ts';
import { seatFaults } from './seat-faults.ts';

type Entry = Record<string, unknown>;
type At = PropertyKey[];

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value);
const field = (value: unknown, key: string): unknown => (isEntry(value) ? value[key] : undefined);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
/** A list of the file, in place; what is no entry counts as an empty one. Undefined when the list is not there. */
export const entries = (raw: unknown, key: string): Entry[] | undefined => {
  const found = field(raw, key);
  return Array.isArray(found) ? found.map((one) => (isEntry(one) ? one : {})) : undefined;
};
const ids = (all: readonly Entry[]): string[] => all.map((one) => one['id']).filter((id) => typeof id === 'string');

/** What to do about something that stands twice, by field. */
const ANOTHER: Record<string, string> = {
  entraId: 'Skriv personens eget id från Entra',
  grupp: 'En grupp hör till en verksamhet; skriv alla dess forum i den första',
};

/** Fewest persons a figure may rest on without giving one of them away to another (ours). */
const SAFE = 3;

export interface Found {
  faults: Fault[];
  /** What works, but that somebody should settle. */
  warnings: Fault[];
}

export function references(
  main: Read<unknown>,
  part: Read<unknown>,
  people: Read<unknown>,
  lent: readonly Read<unknown>[] = [],
): Found {
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  const fault = (read: Read<unknown>, at: At, text: string) =>
    faults.push({ file: read.source.file, line: read.source.line(at), field: fieldName(at), text });
  const [authorities, units, levels] = ['myndigheter', 'verksamheter', 'nivåer'].map((key) => entries(main.raw, key));
  const [forums, own] = ['forum', 'indikatorer'].map((key) => entries(part.raw, key));
  const indicators = own && [...own, ...lent.flatMap((one) => entries(one.raw, 'indikatorer') ?? [])];
  const outside = entries(part.raw, 'utanför produkten');
  const persons = entries(people.raw, 'personer');

  const known = (read: Read<unknown>, at: At, id: unknown, among: readonly Entry[] | undefined, what: string) => {
    if (typeof id !== 'string' || !among || ids(among).includes(id)) return;
    fault(read, at, `"${id}" är ${what === 'forum' ? 'inget' : 'ingen'} ${what}. Skriv något av: ${ids(among).join(', ')}.`);
  };
  const unique = (read: Read<unknown>, name: string, all: readonly Entry[] | undefined, key = 'id') =>
    all?.forEach((one, n) => {
      if (typeof one[key] === 'string' && all.findIndex((other) => other[key] === one[key]) !== n)
        fault(read, [name, n, key], `"${one[key]}" finns redan. ${ANOTHER[key] ?? 'Välj ett annat id'}.`);
    });

  const least = field(field(part.raw, 'visning'), 'minsta antal');
  if (typeof least === 'number' && least < SAFE)
    warnings.push({
      file: part.source.file,
      line: part.source.line(['visning', 'minsta antal']),
      field: fieldName(['visning', 'minsta antal']),
      text:
        least <= 1
          ? 'stänger av skyddet: inga siffror döljs, och den som känner till några personer kan läsa ut vilka de är. Skriv minst 3; fem är vanligt i svensk praxis.'
          : 'döljer bara ettor: av två personer vet den ena om den andra. Skriv minst 3; fem är vanligt i svensk praxis.',
    });

  unique(main, 'myndigheter', authorities);
  unique(main, 'verksamheter', units);
  unique(main, 'nivåer', levels);
  unique(part, 'forum', forums);
  unique(part, 'indikatorer', own);
  lent.forEach((one, n) => {
    const before = [...(own ?? []), ...lent.slice(0, n).flatMap((other) => entries(other.raw, 'indikatorer') ?? [])];
    const theirs = entries(one.raw, 'indikatorer');
    unique(one, 'indikatorer', theirs);
    theirs?.forEach((given, k) => {
      if (ids(before).includes(String(given['id'])))
        fault(one, ['indikatorer', k, 'id'], `"${given['id']}" finns i en annan bilaga. Välj ett annat id.`);
    });
  });
  unique(part, 'utanför produkten', outside);
  outside?.forEach((one, n) => {
    if (typeof one['id'] === 'string' && ids(forums ?? []).includes(one['id']))
      fault(part, ['utanför produkten', n, 'id'], `"${one['id']}" är ett forum i bilagan. Välj ett annat id.`);
  });
  unique(people, 'personer', persons);
  unique(people, 'personer', persons, 'entraId');
  const groups = entries(people.raw, 'grupper');
  unique(people, 'grupper', groups, 'grupp');
  const addresses = addressFaults(people, persons ?? []);
  faults.push(...addresses.faults);
  warnings.push(...addresses.warnings);

  units?.forEach((unit, n) => {
    known(main, ['verksamheter', n, 'myndighet'], unit['myndighet'], authorities, 'myndighet');
    known(main, ['verksamheter', n, 'del av'], unit['del av'], units, 'verksamhet');
  });
  levels?.forEach((level, n) => {
    known(main, ['nivåer', n, 'under'], level['under'], levels, 'nivå');
    const seen = [level['id']];
    for (let at = level['under']; at !== undefined; at = levels.find((one) => one['id'] === at)?.['under']) {
      if (seen.includes(at)) {
        if (at === level['id'])
          fault(
            main,
            ['nivåer', n, 'under'],
            `går i en ring: ${[...seen, at].join(' → ')}. Ta bort "under" på den översta nivån.`,
          );
        break;
      }
      seen.push(at);
    }
  });

  known(part, ['incidentkontakt'], field(part.raw, 'incidentkontakt'), persons, 'person i filen med medlemmar');
  entries(part.raw, 'årshjul')?.forEach((duty, n) => {
    const report = field(duty, 'rapport');
    for (const end of ['från', 'till']) known(part, ['årshjul', n, 'rapport', end], field(report, end), forums, 'forum');
  });
  forums?.forEach((forum, n) => {
    known(part, ['forum', n, 'nivå'], forum['nivå'], levels, 'nivå');
    list(forum['verksamheter']).forEach(
      (unit, k) => void known(part, ['forum', n, 'verksamheter', k], unit, units, 'verksamhet'),
    );
    const lifts = entries(forum, 'lyfter till') ?? [];
    lifts.forEach((lift, k) => {
      const at = ['forum', n, 'lyfter till', k, 'till'];
      known(part, at, lift['till'], forums && [...forums, ...(outside ?? [])], 'plats att lyfta till');
      if (typeof lift['till'] !== 'string') return;
      if (lift['till'] === forum['id']) fault(part, at, 'är forumet självt. Skriv ett annat forum.');
      if (lifts.findIndex((other) => other['till'] === lift['till']) !== k)
        fault(part, at, `"${lift['till']}" står redan. Ta bort den ena.`);
    });
    const items = entries(forum, 'stående punkter') ?? [];
    items.forEach((item, k) => {
      const at = ['forum', n, 'stående punkter', k];
      if (items.findIndex((other) => other['id'] === item['id']) !== k)
        fault(part, [...at, 'id'], `"${item['id']}" finns redan. Välj ett annat id.`);
      list(item['indikatorer']).forEach((id, i) => void known(part, [...at, 'indikatorer', i], id, indicators, 'indikator'));
      const reporters = entries(item, 'lägesbilder') ?? [];
      reporters.forEach((one, r) => {
        const here = [...at, 'lägesbilder', r];
        if (reporters.findIndex((other) => other['id'] === one['id']) !== r)
          fault(part, [...here, 'id'], `"${one['id']}" finns redan. Välj ett annat id.`);
        list(one['verksamheter']).forEach((unit, i) => void known(part, [...here, 'verksamheter', i], unit, units, 'verksamhet'));
      });
    });
    const cases = forum['ärenden'];
    known(part, ['forum', n, 'ärenden', 'punkt'], field(cases, 'punkt'), items, 'stående punkt i forumet');
    for (const key of ['slag', 'givare']) {
      const named = entries(cases, key) ?? [];
      named.forEach((one, k) => {
        if (named.findIndex((other) => other['id'] === one['id']) !== k)
          fault(part, ['forum', n, 'ärenden', key, k, 'id'], `"${one['id']}" finns redan. Välj ett annat id.`);
      });
    }
    (entries(cases, 'givare') ?? []).forEach((giver, k) => {
      list(giver['verksamheter']).forEach((unit, i) => {
        const at = ['forum', n, 'ärenden', 'givare', k, 'verksamheter', i];
        known(part, at, unit, units, 'verksamhet');
        const seated = list(forum['verksamheter']);
        if (units && [unit, ...seated].every((id) => ids(units).includes(String(id))) && !seated.includes(unit))
          fault(part, at, `"${unit}" sitter inte i forumet. Skriv en av dess verksamheter.`);
      });
    });
    const anchor = field(forum['rytm'], 'ankare');
    if (anchor && forum['form'] === undefined)
      warnings.push({
        file: part.source.file,
        line: part.source.line(['forum', n]),
        field: fieldName(['forum', n, 'form']),
        text: 'saknas, så kalendern ger mötena ingen länk. Skriv om de sker "digitalt", "på plats" eller "digitalt eller på plats".',
      });
    const shared = field(anchor, 'delar ståendetid');
    const sharer = forums.findIndex(
      (one) => field(field(field(one['rytm'], 'ankare'), 'delar ståendetid'), 'id') === field(shared, 'id'),
    );
    const first = field(field(field(forums[sharer]?.['rytm'], 'ankare'), 'delar ståendetid'), 'minuter');
    if (shared && sharer >= 0 && sharer < n && first !== field(shared, 'minuter'))
      fault(
        part,
        ['forum', n, 'rytm', 'ankare', 'delar ståendetid', 'minuter'],
        `är inte samma ståendetid som i ${forums[sharer]!['id']} (${first}). Skriv ${first}, eller ett annat id.`,
      );
    const [held, standing] = [field(anchor, 'minuter'), field(field(anchor, 'delar ståendetid'), 'minuter')];
    if (typeof held === 'number' && typeof standing === 'number' && standing < held)
      fault(part, ['forum', n, 'rytm', 'ankare', 'minuter'], `är längre än ståendetiden (${standing}). Skriv högst ${standing}.`);
  });

  const seats = seatFaults({ part, people, forums: forums ?? [], units: units && ids(units), persons, groups: groups ?? [] });
  faults.push(...seats.faults);
  warnings.push(...seats.warnings);

  for (const read of [part, ...lent])
    for (const { at, text } of indicatorFaults(read.raw, { forums: forums && ids(forums), units: units && ids(units) }))
      fault(read, at, text);

  const seated = (at: At, unit: unknown, id: unknown) => {
    const seats = list(forums?.find((one) => one['id'] === id)?.['verksamheter']);
    if (typeof unit === 'string' && seats.length > 0 && !seats.includes(unit))
      fault(people, at, `"${unit}" ingår inte i ${id}. Skriv något av: ${seats.join(', ')}.`);
  };
  groups?.forEach((group, n) => {
    known(people, ['grupper', n, 'verksamhet'], group['verksamhet'], units, 'verksamhet');
    list(group['forum']).forEach((id, k) => {
      known(people, ['grupper', n, 'forum', k], id, forums, 'forum');
      seated(['grupper', n, 'verksamhet'], group['verksamhet'], id);
    });
  });
  persons?.forEach((person, n) => {
    const unit = person['verksamhet'];
    const other = persons.findIndex((one) => one['namn'] === person['namn'] && one['verksamhet'] !== unit);
    if (typeof person['namn'] === 'string' && other >= 0 && other < n)
      warnings.push({
        file: people.source.file,
        line: people.source.line(['personer', n, 'verksamhet']),
        field: fieldName(['personer', n, 'verksamhet']),
        text: `"${person['namn']}" står också i ${persons[other]!['verksamhet']} (${persons[other]!['id']}). Är det samma person: ta bort den ena; en person hör till en verksamhet.`,
      });
    if (Array.isArray(unit))
      fault(
        people,
        ['personer', n, 'verksamhet'],
        `är flera verksamheter. En person hör till en; skriv en av: ${unit.join(', ')}.`,
      );
    known(people, ['personer', n, 'verksamhet'], unit, units, 'verksamhet');
    list(person['forum']).forEach((id, k) => {
      known(people, ['personer', n, 'forum', k], id, forums, 'forum');
      seated(['personer', n, 'verksamhet'], unit, id);
    });
    list(person['vid behov']).forEach((id, k) => {
      const at = ['personer', n, 'vid behov', k];
      known(people, at, id, forums, 'forum');
      if (list(person['forum']).includes(id))
        fault(people, at, `"${id}" står också under forum. Ta bort den ena: den som är medlem bjuds alltid in.`);
    });
    const authority = units?.find((one) => one['id'] === unit)?.['myndighet'];
    const registers = person['registrator för'];
    known(people, ['personer', n, 'registrator för'], registers, authorities, 'myndighet');
    if (typeof authority === 'string' && registers !== authority && ids(authorities ?? []).includes(String(registers)))
      fault(
        people,
        ['personer', n, 'registrator för'],
        `"${registers}" är inte den egna myndigheten: ${unit} hör till ${authority}. Skriv ${authority}, eller ändra verksamheten.`,
      );
    list(person['sammankallar']).forEach((id, k) => {
      const at = ['personer', n, 'sammankallar', k];
      known(people, at, id, forums, 'forum');
      if (forums && ids(forums).includes(String(id)) && !list(person['forum']).includes(id))
        fault(people, at, `är inte medlem i ${id}. Skriv "${id}" också under forum.`);
    });
  });
  return { faults, warnings };
}
