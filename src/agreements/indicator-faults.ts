/** What an indicator's fields must be to each other. Looks at whatever can be made out. */
import { readPeriod } from '../domain/periods.ts';

type Entry = Record<string, unknown>;
type At = PropertyKey[];

const entry = (value: unknown): Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entry) : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const WRITE_PERIOD = 'Skriv t.ex. "2022", 2025-H1, 2026-10, 2026-W44 eller 2025/2026.';

function targetFaults(given: unknown, isShare: boolean, at: At): { at: At; text: string }[] {
  const target = entry(given);
  const faults: { at: At; text: string }[] = [];
  const { riktning, värde } = target;
  const needsValue = riktning === 'minst' || riktning === 'högst';
  if (needsValue && värde === undefined)
    faults.push({ at, text: `"${riktning}" behöver ett värde. Skriv t.ex. värde: ${isShare ? '0.70' : '10'}.` });
  if ((riktning === 'öka' || riktning === 'följs') && värde !== undefined)
    faults.push({ at: [...at, 'värde'], text: `hör inte till "${riktning}". Ta bort det, eller skriv minst eller högst.` });
  if (isShare && typeof värde === 'number' && (värde < 0 || värde > 1))
    faults.push({ at: [...at, 'värde'], text: 'är en andel och skrivs mellan 0 och 1, t.ex. 0.70.' });
  const [from, to] = [target['gäller från'], target['gäller till']];
  if (typeof from === 'string' && typeof to === 'string' && to < from)
    faults.push({ at: [...at, 'gäller till'], text: `ligger före "gäller från" (${from}). Skriv en senare dag.` });
  return faults;
}

function faultsOf(one: Entry, known: { forums: string[] | undefined; units: string[] | undefined }): { at: At; text: string }[] {
  const faults: { at: At; text: string }[] = [];
  const say = (at: At, text: string) => faults.push({ at, text });
  const isShare = one['mäts som'] === 'andel' || one['mäts som'] === 'inom tid';
  const share = (at: At, value: unknown) => {
    if (isShare && typeof value === 'number' && (value < 0 || value > 1))
      say(at, 'är en andel och skrivs mellan 0 och 1, t.ex. 0.70.');
  };
  if (one['mäts som'] === 'inom tid' && one['gräns'] === undefined)
    say(['mäts som'], '"inom tid" behöver en gräns. Skriv t.ex. gräns: en vecka.');
  faults.push(...targetFaults(one['mål'], isShare, ['mål']));
  list(one['tidigare mål']).forEach((target, n) => {
    faults.push(...targetFaults(target, isShare, ['tidigare mål', n]));
    if (entry(target)['gäller till'] === undefined)
      say(['tidigare mål', n], 'behöver "gäller till". Skriv målets sista dag, t.ex. 2024-12-31.');
  });
  const against = entry(one['mål'])['mot'];
  if (against === 'utgångsvärdet' && one['utgångsvärde'] === undefined)
    say(
      ['mål', 'mot'],
      'pekar på ett utgångsvärde som saknas. Skriv t.ex. utgångsvärde: { period: "2022", värde: ej satt, källa: U 2.1 }.',
    );
  const baseline = entry(one['utgångsvärde']);
  share(['utgångsvärde', 'värde'], baseline['värde']);
  if (typeof baseline['period'] === 'string' && !readPeriod(baseline['period']))
    say(['utgångsvärde', 'period'], `är ingen period. ${WRITE_PERIOD}`);
  list(one['citerat']).forEach((given, n) => {
    const cited = entry(given);
    const at = ['citerat', n];
    share([...at, 'värde'], cited['värde']);
    share([...at, 'till'], cited['till']);
    if (typeof cited['period'] === 'string' && !readPeriod(cited['period']))
      say([...at, 'period'], `är ingen period. ${WRITE_PERIOD}`);
    if (cited['slag'] === 'intervall' && typeof cited['till'] !== 'number')
      say(at, 'är ett intervall och behöver både värde och till. Skriv t.ex. värde: 0.50 och till: 0.55.');
    if (typeof cited['mening'] === 'string' && typeof cited['står'] === 'string' && !cited['mening'].includes(cited['står']))
      say([...at, 'står'], 'finns inte i meningen. Skriv det precis som det står i källan.');
  });
  const line = entry(one['ny punkt vid']);
  share(['ny punkt vid', 'under'], line['under']);
  share(['ny punkt vid', 'över'], line['över']);
  if (one['ny punkt vid'] !== undefined && line['under'] === undefined && line['över'] === undefined)
    say(['ny punkt vid'], 'behöver under eller över. Skriv t.ex. under: 0.60.');
  const setter = entry(one['mål sätts av'])['forum'];
  if (typeof setter === 'string' && known.forums && !known.forums.includes(setter))
    say(['mål sätts av', 'forum'], `"${setter}" är inget forum. Skriv något av: ${known.forums.join(', ')}.`);
  list(one['lämnas av']).forEach((unit, n) => {
    if (typeof unit === 'string' && known.units && !known.units.includes(unit))
      say(['lämnas av', n], `"${unit}" är ingen verksamhet. Skriv något av: ${known.units.join(', ')}.`);
  });
  if (one['period'] !== 'sex veckor' && one['rapporteras per'] !== undefined && one['rapporteras per'] !== one['period'])
    say(['rapporteras per'], 'kan skilja sig från perioden bara för "sex veckor", som räknas ihop av veckor. Ta bort raden.');
  if (one['lista'] !== undefined && one['statistikfil'] !== undefined)
    say(['lista'], 'och statistikfil kan inte gälla samtidigt. Behåll den ena.');
  if (one['period'] === 'sex veckor' && isShare)
    say(['period'], '"sex veckor" räknas ihop av veckor och går bara för antal. Skriv en annan period.');
  return faults;
}

/** Faults of a file's indicators, each with where it stands. */
export function indicatorFaults(
  raw: unknown,
  known: { forums: string[] | undefined; units: string[] | undefined },
): { at: At; text: string }[] {
  return list(entry(raw)['indikatorer']).flatMap((one, n) =>
    faultsOf(entry(one), known).map(({ at, text }) => ({ at: ['indikatorer', n, ...at], text })),
  );
}
