import type { Change } from '../ports.ts';

/** 1, 2, 3 … for each name. Ask under a lock. */
export async function nextNumber(change: Change, name: string): Promise<number> {
  const number = Number((await change.setting(name)) ?? 0) + 1;
  await change.keepSetting(name, String(number));
  return number;
}
