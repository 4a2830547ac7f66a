/**
 * `node test/bench/drain.ts [N]`: N minutes wait to be filed while SharePoint allows 1,250 resource units a minute, on told
 * time. The real effects, store and Graph adapter; the local samarbetsyta answers behind a door that counts what each request
 * costs and says 429 with Retry-After once the minute is used up. It tells how much of the allowance was used, and counts
 * the files as they lie there. It reports and asserts nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { agreementFrom, DEFAULT_AGREEMENT } from '../../bot/compose.ts';
import { APP_ID, sampleLibraries } from '../../bot/local/sample-world.ts';
import { toldClock } from '../../bot/local/told-clock.ts';
import { wordDocuments } from '../../src/adapters/documents/word.ts';
import { localSamarbetsyta } from '../../src/adapters/local/samarbetsyta.ts';
import { STOCKHOLM } from '../../src/domain/calendar.ts';
import { type Meeting, planned } from '../../src/domain/meeting.ts';
import { minutesText } from '../../src/flows/document-text.ts';
import { fileDocument } from '../../src/flows/file-document.ts';
import { performEffect } from '../../src/flows/perform-effect.ts';
import { filingProduct } from './filing-product.ts';

const ALLOWANCE = 1250;
/** Meetings of one forum; a municipality's hub has about as many in a year. */
const EACH = 25;
const howMany = Number(process.argv[2] ?? 10_000);

/** Resource units of a request, as SharePoint counts them: one for one item, two to list or write. */
const costOf = (method: string, url: string): number => (method !== 'GET' || /children|\/items\?/.test(url) ? 2 : 1);

const dir = mkdtempSync(path.join(tmpdir(), 'samverkan-drain-'));
const stockholm = agreementFrom(DEFAULT_AGREEMENT);
const hub = stockholm.forums[0]!;
const forums = Array.from({ length: Math.ceil(howMany / EACH) }, (_, n) => ({ ...hub, id: `${hub.id}-${n}` }));
const agreement = { ...stockholm, forums };
const clock = toldClock(Temporal.ZonedDateTime.from(`2027-03-16T14:00[${STOCKHOLM}]`));

const world = localSamarbetsyta({
  dir,
  libraries: sampleLibraries,
  now: () => clock.now().toInstant().toString(),
  appId: APP_ID,
  publicUrl: () => 'https://samarbetsyta.example',
});

let [minute, left, used, asked, refused] = ['', ALLOWANCE, 0, 0, 0];
const minutes: number[] = [];
const send: typeof fetch = async (input, init) => {
  const request = new Request(input as string, init);
  const now = clock.now();
  if (now.toString({ smallestUnit: 'minute' }) !== minute) {
    if (minute !== '') minutes.push(used);
    [minute, left, used] = [now.toString({ smallestUnit: 'minute' }), ALLOWANCE, 0];
  }
  const cost = costOf(request.method, request.url);
  asked += 1;
  if (cost > left) {
    refused += 1;
    const body = { error: { code: 'activityLimitReached', message: 'Too many requests.' } };
    return Response.json(body, { status: 429, headers: { 'retry-after': String(60 - now.second) } });
  }
  left -= cost;
  used += cost;
  return world.app.fetch(request);
};

const written = wordDocuments();
let bytes: Uint8Array | undefined;
const { product, close } = await filingProduct({
  agreement,
  clock,
  send,
  // One document is written and laid there under every name: how long writing takes is another bench.
  documents: { ...written, write: (text) => (bytes ??= written.write(text)) },
  async waitAsAsked(seconds) {
    clock.tell(clock.now().add({ seconds }));
  },
});

/** Approved minutes, one every two weeks in each forum. */
function approved(n: number): Meeting {
  const forum = forums[Math.floor(n / EACH)]!;
  const slot = Temporal.PlainDate.from('2026-03-17').add({ days: 14 * (n % EACH) });
  const start = slot.toZonedDateTime({ timeZone: STOCKHOLM, plainTime: '13:00' });
  const meeting = planned({
    id: `${forum.id}-${slot}`,
    forum: forum.id,
    slot,
    start,
    end: start.add({ hours: 1 }),
    moved: undefined,
  });
  const stage = { name: 'approved', by: 'sara', at: '2027-03-16T13:30', version: 1, hash: 'bench' } as const;
  return { ...meeting, stage, closedAt: '2027-03-16T13:00', version: 1 };
}

for (let from = 0; from < howMany; from += 200)
  await product.store.change(async (change) => {
    for (let n = from; n < Math.min(from + 200, howMany); n++) {
      const meeting = approved(n);
      await change.save(meeting);
      await fileDocument(product, change, meeting, 'motesanteckningar', minutesText(product, meeting, undefined));
    }
  });

const began = clock.now();
const waiting = (await product.store.read((reader) => reader.openEffects())).filter(({ kind }) => kind === 'file');
for (const { id } of waiting) while ((await performEffect(product, id)) === 'later');

const files = (await world.files()).filter(({ path: lies }) => lies.endsWith('.docx'));
const done = (await product.store.read((reader) => reader.openEffects())).filter(({ kind }) => kind === 'file').length;
const full = minutes.slice(0, -1);
console.log(
  JSON.stringify({
    waited: waiting.length,
    filed: files.length,
    names: new Set(files.map(({ path: lies }) => lies)).size,
    stillWaiting: done,
    minutesItTook: Math.round(clock.now().since(began).total('minutes')),
    requests: asked,
    refused,
    allowanceUsed:
      full.length > 0
        ? `${((100 * full.reduce((sum, one) => sum + one, 0)) / (full.length * ALLOWANCE)).toFixed(1)} %`
        : 'less than a minute’s',
  }),
);
world.close();
await close();
rmSync(dir, { recursive: true, force: true });
