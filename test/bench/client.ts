/** A client that measures in microseconds: so many connections, each asking again as soon as it is answered. */
import { Agent, request } from 'node:http';

export interface Measured {
  requests: number;
  perSecond: number;
  /** Microseconds. */
  p50: number;
  p99: number;
}

export function post(url: string, body: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** @throws when anything else than 200 is answered. */
export async function measure(url: string, body: () => string, connections: number, requests: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  let left = requests;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left-- > 0) {
        const at = performance.now();
        const status = await post(url, body(), agent);
        if (status !== 200) throw new Error(`${url} answered ${status}`);
        took.push((performance.now() - at) * 1000);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  took.sort((a, b) => a - b);
  const at = (part: number) => Math.round(took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0);
  return { requests, perSecond: Math.round(requests / seconds), p50: at(0.5), p99: at(0.99) };
}

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
