/**
 * A local samarbetsyta in a process of its own, for the tests that kill it. Arguments: the folder, and `before-answer` for one
 * that dies by itself when it has done what a POST asks for and has not answered. Prints its address.
 */
import { Hono } from 'hono';
import { localSamarbetsyta } from '../../../src/adapters/local/samarbetsyta.ts';
import { mailbox, meetings } from './library-of-tests.ts';
import { listening } from './listening.ts';

let url = '';
const { app } = localSamarbetsyta({
  dir: process.argv[2] ?? '',
  libraries: [meetings],
  mailbox,
  now: () => '2027-03-01T08:00:00Z',
  appId: 'our-app',
  publicUrl: () => url,
});
const mortal = new Hono();
mortal.use(async (c, next) => {
  await next();
  if (process.argv[3] === 'before-answer' && c.req.method === 'POST') process.kill(process.pid, 'SIGKILL');
});
mortal.route('/', app);
({ url } = await listening(mortal));
process.stdout.write(`${url}\n`);
