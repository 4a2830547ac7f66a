/**
 * `npm run audit -- [BILAGA.yaml] [--json]`: what an auditor of either party can read of what has been kept: who was given
 * or lost a role, when a target or a rule changed, who approved, opened again or moved what. Changes nothing.
 */
import { forumOf, unitName } from '../../src/domain/agreement.ts';
import { type AuditEvent, auditOf, type FacetChange } from '../../src/domain/audit.ts';
import { STOCKHOLM } from '../../src/domain/calendar.ts';
import { wallClock } from '../../src/domain/meeting.ts';
import { list, longDate, moment } from '../../src/domain/swedish.ts';
import { definitionName } from '../../src/flows/record-definition.ts';
import { environment } from '../config.ts';
import { agreementFrom, DEFAULT_AGREEMENT } from '../definition.ts';
import { withKept } from './kept-store.ts';

const given = process.argv.slice(2);
const files = given.filter((one) => !one.startsWith('--'));
const unknown = given.filter((one) => one.startsWith('--') && one !== '--json');
if (files.length > 1 || unknown.length > 0) {
  console.error('Så här: npm run audit -- [BILAGA.yaml] [--json]');
  process.exit(2);
}

const agreement = agreementFrom(files[0] ?? DEFAULT_AGREEMENT);
const inStockholm = (instant: string): string => wallClock(Temporal.Instant.from(instant).toZonedDateTimeISO(STOCKHOLM));

const kept = await withKept(environment, async ({ read, where }) => ({
  where,
  versions: await read.definitionVersions(definitionName(agreement)),
  targets: await read.targets(),
  meetings: (await Promise.all(agreement.forums.map(({ id }) => read.meetings(id)))).flat(),
}));
if (!kept.ok) {
  console.error(kept.no);
  process.exit(2);
}
const { where, versions, targets, meetings } = kept.value;
const events = auditOf(
  versions.map((one) => ({ ...one, at: inStockholm(one.at) })),
  targets.map((one) => ({ ...one, at: inStockholm(one.at) })),
  meetings,
);

const named = (id: string): string => {
  const person = agreement.people.find((one) => one.id === id);
  return person ? `${person.name}, ${unitName(agreement, person.unit)}` : id;
};
const forumNamed = (id: string): string => (agreement.forums.some((one) => one.id === id) ? forumOf(agreement, id).called : id);
const indicatorNamed = (id: string): string => agreement.indicators.find((one) => one.id === id)?.name ?? id;
const meetingNamed = (id: string): string => {
  const meeting = meetings.find((one) => one.id === id)!;
  return `${forumNamed(meeting.forum)} ${longDate(meeting.slot)}`;
};

const ROLES: Record<string, string> = {
  members: 'Medlemmar i',
  'when-needed': 'Deltar vid behov i',
  convener: 'Sammankallande i',
  registrar: 'Registrator för',
  'report-lead': 'Rapportansvarig',
};
const RULES: Record<string, (id: string) => string> = {
  forum: (id) => `Regler för ${forumNamed(id)} ändrade`,
  target: (id) => `Mål i filen ändrat: ${indicatorNamed(id)}`,
  setter: (id) => `Vem som sätter mål ändrat: ${indicatorNamed(id)}`,
  owner: (id) => `Vem som lämnar siffran ändrat: ${indicatorNamed(id)}`,
};

function changeSaid({ facet, joined, left }: FacetChange): string {
  const [kind = '', id = ''] = facet.split('/');
  const role = ROLES[kind];
  if (!role) return RULES[kind]?.(id) ?? 'Gränserna för vilka siffror som visas ändrade';
  const who = [
    ...(joined.length > 0 ? [`in: ${joined.map(named).join('; ')}`] : []),
    ...(left.length > 0 ? [`ut: ${left.map(named).join('; ')}`] : []),
  ];
  const where = agreement.authorities.find((one) => one.id === id)?.name ?? forumNamed(id);
  return `${[role, where].filter((word) => word !== '').join(' ')}: ${who.join('. ')}`;
}

function said(event: AuditEvent): string[] {
  switch (event.what) {
    case 'definition': {
      const first = event === events.find((one) => one.what === 'definition');
      const changes = first ? event.changes.filter(({ facet }) => facet.split('/')[0]! in ROLES) : event.changes;
      return [
        `${first ? 'Definitionen kördes först' : 'En ändrad definition kördes'} av kontot ${event.by}`,
        ...(changes.length > 0 ? changes.map(changeSaid) : ['Vad som ändrades är inte antecknat']),
      ];
    }
    case 'target':
      return [`Mål satt i ${forumNamed(event.forum)} av ${named(event.by)}: ${indicatorNamed(event.indicator)}`];
    case 'target-taken-back':
      return [`Mål återtaget i ${forumNamed(event.forum)} av ${named(event.by)}: ${indicatorNamed(event.indicator)}`];
    case 'moved':
      return [
        `Mötet ${meetingNamed(event.meeting)} flyttat av ${agreement.people.some(({ id }) => id === event.by) ? named(event.by) : 'planen'}`,
      ];
    case 'approved':
      return [`Anteckningarna från ${meetingNamed(event.meeting)} godkända av ${named(event.by)}`];
    case 'reopened':
      return [`Anteckningarna från ${meetingNamed(event.meeting)} öppnade igen av ${named(event.by)}`];
  }
}

if (given.includes('--json')) for (const event of events) console.log(JSON.stringify(event));
else {
  console.log(`${agreement.name}, ${agreement.appendix}: vad som är antecknat i ${where}`);
  for (const event of events) {
    const [first, ...more] = said(event);
    console.log(`${moment(event.at)}  ${first}`);
    for (const line of more) console.log(`    ${line}`);
  }
  if (events.length === 0) console.log('Ingenting är antecknat än. Det första kommer när produkten startas.');
  console.log(`Vem som får vad: ${list(['src/domain/rights.ts', 'src/domain/question-rights.ts'])}.`);
}
