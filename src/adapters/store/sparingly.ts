const MINUTE = 60_000;

/**
 * Hears everything and says the same thing at most once a minute: a database that is away is met by every worker, again
 * and again, and what is told in the log should still be read.
 */
export function sparingly(say: (error: Error) => void, now: () => number = () => performance.now()): (error: Error) => void {
  const lastSaid = new Map<string, number>();
  return (error) => {
    const words = String(error);
    const last = lastSaid.get(words);
    if (last !== undefined && now() - last < MINUTE) return;
    if (lastSaid.size > 100) lastSaid.clear();
    lastSaid.set(words, now());
    say(error);
  };
}
