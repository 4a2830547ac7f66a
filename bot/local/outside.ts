/**
 * The local world as a process of its own, so that a simulator can kill the bot and keep the world.
 * `node bot/local/outside.ts`, configuration as one JSON line on stdin; ends when stdin closes.
 */
import { enableCompileCache } from 'node:module';
import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin });
lines.once('close', () => process.exit(0));
const told = new Promise<string>((resolve) => {
  lines.once('line', resolve);
});
// What is imported from here on is compiled once for all starts.
enableCompileCache();
const { beOutside } = await import('./outside-world.ts');
beOutside(await told);
