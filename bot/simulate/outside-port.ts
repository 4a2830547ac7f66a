/** The outside keeps its address from run to run: what Teams sends again still says where to answer. */
import fs from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';

const free = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const taken = (server.address() as AddressInfo).port;
      server.close(() => resolve(taken));
    });
  });

/** @throws when the port of an earlier run is taken by something else. */
export async function outsidePort(dir: string): Promise<number> {
  const file = path.join(dir, 'outside-port');
  const known = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  // A killed run's outside ends as soon as it sees that nobody is there; give it a moment.
  for (let tries = 0; tries < 50; tries += 1) {
    const port = await free(known);
    if (port !== undefined) {
      fs.mkdirSync(dir, { recursive: true });
      fs.writeFileSync(file, String(port));
      return port;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    `Port ${known}, where this simulation's Teams was, is taken. Stop what uses it, or simulate in another directory.`,
  );
}
