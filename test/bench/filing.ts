/**
 * `node test/bench/filing.ts`: what approving minutes costs until they lie filed, beside one turn of a bare botbuilder bot
 * that answers with a card. Processor time, in one run on one machine; Teams and the samarbetsyta are other processes. The
 * Word file is written each time. It reports and asserts nothing.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { agreementFrom, DEFAULT_AGREEMENT } from '../../bot/compose.ts';
import { APP_ID, BOT_ID, BOT_NAME, sampleLibraries, samplePeople, sampleTeam } from '../../bot/local/sample-world.ts';
import { toldClock } from '../../bot/local/told-clock.ts';
import { startOutside } from '../../bot/simulate/outside-process.ts';
import { cards } from '../../cards/cards.ts';
import { fill } from '../../cards/fill.ts';
import { wordDocuments } from '../../src/adapters/documents/word.ts';
import { localGraphSend } from '../../src/adapters/local/send.ts';
import { STOCKHOLM } from '../../src/domain/calendar.ts';
import { type Meeting, planned } from '../../src/domain/meeting.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { approveMinutes } from '../../src/flows/approve-minutes.ts';
import { textHash } from '../../src/flows/document-text.ts';
import { presentText } from '../../src/flows/meeting-cards.ts';
import { performEffect } from '../../src/flows/perform-effect.ts';
import { say } from './activity.ts';
import { measure, median } from './client.ts';
import { filingProduct } from './filing-product.ts';
import { server } from './servers.ts';

const [ROUNDS, EACH] = [5, 12];
const now = '2027-03-16T14:00';
const dir = mkdtempSync(path.join(tmpdir(), 'samverkan-filing-'));
const agreement = agreementFrom(DEFAULT_AGREEMENT);
const forum = agreement.forums[0]!;
const sara = agreement.people.find(({ id }) => id === 'sara')!;
const clock = toldClock(Temporal.ZonedDateTime.from(`${now}[${STOCKHOLM}]`));

const outside = await startOutside({
  dir,
  port: 0,
  botUrl: 'http://127.0.0.1:9',
  people: samplePeople(agreement),
  team: sampleTeam(agreement),
  botId: BOT_ID,
  botName: BOT_NAME,
  libraries: sampleLibraries,
  lists: [],
  appId: APP_ID,
  start: clock.now().toInstant().toString(),
});
const { product, close } = await filingProduct({
  agreement,
  clock,
  send: localGraphSend(`${outside.url}/graph`),
  documents: wordDocuments(),
  waitAsAsked: async () => {},
});

/** A draft with something under every item. */
function draftOf(n: number): Meeting {
  const slot = Temporal.PlainDate.from('2020-01-07').add({ days: 14 * n });
  const start = slot.toZonedDateTime({ timeZone: STOCKHOLM, plainTime: '13:00' });
  const meeting = planned({
    id: `${forum.id}-${slot}`,
    forum: forum.id,
    slot,
    start,
    end: start.add({ hours: 1 }),
    moved: undefined,
  });
  const items = forum.standingItems.map(({ id, title, minutes }) => ({
    id,
    title: ownText(title),
    background: ownText(''),
    minutes,
    kind: 'standing' as const,
    why: { kind: 'standing' as const, standing: id },
    late: false,
    indicators: [],
  }));
  const notes = items.map(({ id }) => ({ id: `n-${id}`, item: id, text: ownText('Vi gick igenom läget. Inget att lyfta.') }));
  const secretary = { person: sara.id, unit: sara.unit, accepted: true, declined: [], reason: { kind: 'longest' } as never };
  return {
    ...meeting,
    items,
    notes,
    secretary,
    stage: { name: 'draft' },
    closedAt: start.toPlainDateTime().toString(),
    version: 1,
  };
}

async function approveAndFile(n: number): Promise<void> {
  const meeting = (await product.store.read((reader) => reader.meeting(draftOf(n).id)))!;
  const hash = textHash(await product.store.read((reader) => presentText(product, reader, meeting)));
  const done = await approveMinutes(product, { person: sara, cause: `approve-${n}` }, meeting.id, {
    version: 1,
    hash,
    comments: 0,
  });
  if (!done.ok) throw new Error(`not approved: ${done.no}`);
  for (const { id } of (await product.store.read((reader) => reader.openEffects())).filter(({ kind }) => kind === 'file'))
    if ((await performEffect(product, id)) !== 'over') throw new Error('not filed');
}

await product.store.change(async (change) => {
  for (let n = 0; n < (ROUNDS + 1) * EACH; n++) await change.save(draftOf(n));
});

const stub = await server('stub-connector');
const { card } = fill('agenda', Object.values(cards.agenda.samples)[0] as never, { key: 'agenda/x' });
const file = path.join(dir, 'card.json');
writeFileSync(file, JSON.stringify(card));
const bare = await server('bare-bot', { card: file });
const body = () => say(agreement, { forum: forum.id, text: 'dagordning' }, stub.url);
await measure(`${bare.url}/api/messages`, body, 1, 300);
for (let n = 0; n < EACH; n++) await approveAndFile(n);

const [ours, theirs]: [number[], number[]] = [[], []];
for (let round = 1; round <= ROUNDS; round++) {
  const before = process.cpuUsage();
  for (let n = round * EACH; n < (round + 1) * EACH; n++) await approveAndFile(n);
  const { user, system } = process.cpuUsage(before);
  ours.push((user + system) / EACH);
  const idle = await bare.cpu();
  await measure(`${bare.url}/api/messages`, body, 1, 300);
  theirs.push(((await bare.cpu()) - idle) / 300);
}
console.log(
  JSON.stringify({
    approveToFiled: { cpuMicroseconds: Math.round(median(ours)) },
    bareTurnWithACard: { cpuMicroseconds: Math.round(median(theirs)) },
    times: Math.round((10 * median(ours)) / median(theirs)) / 10,
  }),
);
await Promise.all([bare.stop(), stub.stop()]);
await outside.stop();
await close();
rmSync(dir, { recursive: true, force: true });
process.exit(0);
