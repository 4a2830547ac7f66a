/** What a turn costs beside a bare bot that answers with the same card, each in a process of its own. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_AGREEMENT } from '../../bot/compose.ts';
import {
  APP_ID,
  BOT_ID,
  BOT_NAME,
  layOutStatistics,
  sampleLibraries,
  sampleLists,
  samplePeople,
  sampleTeam,
} from '../../bot/local/sample-world.ts';
import { worldClient } from '../../bot/local/world-client.ts';
import { startOutside } from '../../bot/simulate/outside-process.ts';
import type { Agreement } from '../../src/domain/agreement.ts';
import { type Said, say } from './activity.ts';
import { type Measured, measure, median } from './client.ts';
import { type Server, server } from './servers.ts';

const ROUNDS = 7;
const now = '2027-03-10T08:00:00Z';

export interface Cost extends Measured {
  /** Processor time of the server, in microseconds a request. */
  cpu: number;
}

async function cost(bot: Server, body: () => string, connections: number, requests: number): Promise<Cost> {
  const before = await bot.cpu();
  const measured = await measure(`${bot.url}/api/messages`, body, connections, requests);
  return { ...measured, cpu: Math.round(((await bot.cpu()) - before) / requests) };
}

/** The least disturbed of the rounds for the processor, the middle one for the rest. */
function together(costs: Cost[]): Cost {
  const of = (field: keyof Cost) => median(costs.map((one) => one[field]));
  const cpu = Math.min(...costs.map((one) => one.cpu));
  return { requests: of('requests'), perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), cpu };
}

/**
 * One thing said in one forum's channel, answered by the product and by a bare bot with the card the product gave.
 * `source`: figures are asked for at every turn, or stand in the store and were asked for within the seconds that are `lately`.
 */
export async function measureTurn(agreement: Agreement, said: Said, dir: string, source: 'asked' | 'from the store' = 'asked') {
  const stub = await server('stub-connector');
  const outside = await startOutside({
    dir,
    port: 0,
    botUrl: 'http://127.0.0.1:9',
    people: samplePeople(agreement),
    team: sampleTeam(agreement),
    botId: BOT_ID,
    botName: BOT_NAME,
    libraries: sampleLibraries,
    lists: sampleLists(agreement, DEFAULT_AGREEMENT),
    appId: APP_ID,
    start: now,
  });
  layOutStatistics(agreement, DEFAULT_AGREEMENT, dir);
  const world = worldClient(outside.url);
  const product = await server('product', {
    dir: path.join(dir, 'store'),
    outside: outside.url,
    now,
    latelySeconds: source === 'asked' ? 0 : 2,
  });
  await world.setBotUrl(product.url);
  await world.install('team');
  await product.ask('start');
  while (!(await product.ask('started'))) await new Promise((resolve) => setTimeout(resolve, 50));

  const body = () => say(agreement, said, stub.url);
  await measure(`${product.url}/api/messages`, body, 1, 1);
  const { attachments } = (await stub.ask('last')) as { attachments: [{ content: object }] };
  const card = path.join(dir, 'card.json');
  writeFileSync(card, JSON.stringify(attachments[0].content));
  const bare = await server('bare-bot', { card });

  for (const bot of [product, bare]) await measure(`${bot.url}/api/messages`, body, 8, 2000);
  const results = [];
  for (const connections of [1, 8]) {
    const [ours, theirs]: [Cost[], Cost[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await cost(product, body, connections, 200));
      theirs.push(await cost(bare, body, connections, 400));
    }
    results.push({ connections, product: together(ours), bare: together(theirs) });
  }

  type Spans = Record<'store' | 'figures' | 'turns' | 'storeReads', number>;
  const before = (await product.ask('spans')) as Spans;
  await measure(`${product.url}/api/messages`, body, 1, 300);
  const after = (await product.ask('spans')) as Spans;
  const each = (part: keyof Spans) => (after[part] - before[part]) / (after.turns - before.turns);
  await Promise.all([product.stop(), bare.stop(), stub.stop()]);
  await outside.stop();
  return {
    bytes: JSON.stringify(attachments[0].content).length,
    results,
    parts: { store: Math.round(each('store')), storeReads: each('storeReads'), figures: Math.round(each('figures')) },
  };
}
