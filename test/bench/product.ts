/** The product in local mode, with Teams and the samarbetsyta in another process, so that only the bot is measured. */
import { agreementFrom, composeLocal, DEFAULT_AGREEMENT, productLog } from '../../bot/compose.ts';
import { listen } from '../../bot/listen.ts';
import { toldClock } from '../../bot/local/told-clock.ts';
import { STOCKHOLM } from '../../src/domain/calendar.ts';
import { listens, told } from './servers.ts';

const { dir, outside, now, latelySeconds } = told<{ dir: string; outside: string; now: string; latelySeconds: number }>();
const running = await composeLocal({
  agreement: agreementFrom(DEFAULT_AGREEMENT),
  store: { dir },
  clock: toldClock(Temporal.Instant.from(now).toZonedDateTimeISO(STOCKHOLM)),
  connectorUrl: () => `${outside}/connector`,
  graphUrl: () => `${outside}/graph`,
  log: productLog('error'),
  latelySeconds,
});
const { product } = running;

/** Microseconds of the wall in each part; only worth reading when one request runs at a time. */
const spans = { store: 0, figures: 0, turns: 0, storeReads: 0 };
const { store, figures } = product;
const timed =
  <A extends unknown[], R>(part: 'store' | 'figures', work: (...given: A) => Promise<R>) =>
  async (...given: A): Promise<R> => {
    const began = performance.now();
    try {
      return await work(...given);
    } finally {
      spans[part] += (performance.now() - began) * 1000;
    }
  };
product.figures = { ...figures, look: timed('figures', figures.look) };
const read = timed('store', store.read as (work: never) => Promise<unknown>) as typeof store.read;
product.store = {
  ...store,
  read: (work) => {
    spans.storeReads += 1;
    return read(work);
  },
};
product.probe = (point) => {
  if (point === 'turn:answered') spans.turns += 1;
};

const server = await listen(running.app, 0, '127.0.0.1');
let started = false;
listens(server.port, {
  spans: () => ({ ...spans }),
  start: () => {
    void running.start().then(() => {
      started = true;
    });
    return true;
  },
  started: () => started,
});
