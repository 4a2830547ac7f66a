import { Unavailable } from '../../ports.ts';

/** What we asked for is done, and something after it is not: a failure from here on is never 'certainly not done'. */
export async function afterDone<T>(note: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    const { call, status, retryAfter, message, cause } = error;
    throw new Unavailable({
      call,
      ...(status === undefined ? {} : { status }),
      ...(retryAfter === undefined ? {} : { retryAfter }),
      delivered: 'maybe',
      next: `${note} ${message}`,
      cause,
    });
  }
}
