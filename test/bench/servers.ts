/** Servers as processes of their own, each of which tells its port and what it has used of the processor. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Server {
  url: string;
  /** Asks for one of the things the server tells: `cpu`, or one of its own. */
  ask(what: string): Promise<unknown>;
  /** User and system time so far, in microseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts `test/bench/<name>.ts` with what it is given. */
export async function server(name: string, given: object = {}): Promise<Server> {
  const child: ChildProcess = fork(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), [JSON.stringify(given)]);
  const gone = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });
  gone.catch(() => {});
  const answer = <T>() => Promise.race([new Promise<T>((resolve) => child.once('message', resolve)), gone]);
  const { port } = await answer<{ port: number }>();
  const ask = (what: string) => {
    child.send(what);
    return answer<unknown>();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    ask,
    cpu: async () => {
      const { user, system } = (await ask('cpu')) as NodeJS.CpuUsage;
      return user + system;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

/** The other end: says where it listens, and answers what it is asked. */
export function told<T>(): T {
  return JSON.parse(process.argv[2] ?? '{}') as T;
}

export function listens(port: number, answers: Record<string, () => unknown> = {}): void {
  process.on('message', (what: string) => process.send?.(what === 'cpu' ? process.cpuUsage() : (answers[what]?.() ?? null)));
  process.once('disconnect', () => process.exit());
  process.send?.({ port });
}
