/** A local samarbetsyta in a process of its own, for the tests that kill it. Argument: the folder. Prints its address. */
import { localSamarbetsyta } from '../../../src/adapters/local/samarbetsyta.ts';
import { meetings } from './library-of-tests.ts';
import { listening } from './listening.ts';

let url = '';
const { app } = localSamarbetsyta({
  dir: process.argv[2] ?? '',
  libraries: [meetings],
  now: () => '2027-03-01T08:00:00Z',
  appId: 'our-app',
  publicUrl: () => url,
});
({ url } = await listening(app));
process.stdout.write(`${url}\n`);
