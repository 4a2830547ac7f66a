/** The local Teams and the local samarbetsyta as a process of their own: what the bot leaves there survives the bot. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { OutsideConfiguration } from '../local/outside-world.ts';

export interface Outside {
  url: string;
  stop(): Promise<void>;
}

export async function startOutside(config: OutsideConfiguration): Promise<Outside> {
  const program = fileURLToPath(new URL('../local/outside.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin!.write(`${JSON.stringify(config)}\n`);
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', (line) =>
      resolve((JSON.parse(line) as { listening: number }).listening),
    );
    child.once('exit', (code) => reject(new Error(`the outside ended with ${code} before it listened`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.stdin!.end();
      }),
  };
}
