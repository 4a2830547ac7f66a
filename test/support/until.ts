/** Waits for something that happens by itself. */
export async function until<T>(what: string, look: () => T | Promise<T>, seconds = 30): Promise<NonNullable<T>> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
    const seen = await look();
    if (seen) return seen as NonNullable<T>;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what}: not within ${seconds} seconds`);
}
