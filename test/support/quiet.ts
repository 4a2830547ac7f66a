import type { Log } from '../../src/ports.ts';

export const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** A log that a test can look into. */
export function listening(): Log & { lines: { level: string; facts: Record<string, unknown>; message: string }[] } {
  const lines: { level: string; facts: Record<string, unknown>; message: string }[] = [];
  const at = (level: string) => (facts: Record<string, unknown>, message: string) => void lines.push({ level, facts, message });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}
