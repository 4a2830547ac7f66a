import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { Unavailable } from '../../ports.ts';

/**
 * Reads an answer by its schema.
 * @throws Unavailable when Graph, or something between us, answers in a shape we do not know.
 */
export function understood<T>(schema: z.ZodType<T>, call: string, delivered: 'no' | 'maybe', answer: unknown): T {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => issue.path.join('.') || 'the whole').join(', ');
  const next = `The answer was not what Graph documents (wrong: ${wrong}). Check what stands between the server and Graph.`;
  throw new Unavailable({ call, delivered, next });
}

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });

/** Everything in a collection, page by page; `get` asks in another way than plainly. */
export async function everyOne<T>(
  client: Client,
  path: string,
  schema: z.ZodType<T>,
  get = (at: string): Promise<unknown> => client.api(at).get(),
): Promise<T[]> {
  const found: T[] = [];
  for (let at: string | null | undefined = path; at; ) {
    const { value, '@odata.nextLink': more }: z.infer<typeof page> = understood(page, `GET ${path}`, 'no', await get(at));
    found.push(...value.map((one) => understood(schema, `GET ${path}`, 'no', one)));
    at = more;
  }
  return found;
}
