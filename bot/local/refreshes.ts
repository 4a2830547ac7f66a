/** When Teams asks the bot anew for a card somebody looks at: for those the card names, and when the last answer is a minute old. */
import { z } from 'zod';
import type { LocalPerson } from './roster.ts';
import type { StoredMessage } from './teams-state.ts';

const MINUTE = 60_000;
/** Teams refreshes for no more than so many; a card that names more is wrong, and is not refreshed at all here. */
const MOST = 60;

const asking = z.looseObject({
  refresh: z.looseObject({
    action: z.looseObject({ type: z.literal('Action.Execute'), verb: z.string() }),
    userIds: z.array(z.string()).max(MOST),
  }),
});

export function refreshOf(card: unknown) {
  const read = asking.safeParse(card);
  return read.success ? read.data.refresh : undefined;
}

/** @param now ISO instant of the world's clock */
export function refreshes(now: () => string) {
  const asked = new Map<string, number>();
  const moment = () => Temporal.Instant.from(now()).epochMilliseconds;
  const key = (message: StoredMessage, person: LocalPerson) => `${message.id} ${person.id}`;
  return {
    isDue(message: StoredMessage, person: LocalPerson): boolean {
      const last = asked.get(key(message, person));
      const isOld = last === undefined || moment() - last > MINUTE;
      return isOld && refreshOf(message.card)?.userIds.includes(person.teamsId) === true;
    },
    asked(message: StoredMessage, person: LocalPerson): void {
      asked.set(key(message, person), moment());
    },
    /** An edit makes every client ask. */
    edited(id: string): void {
      for (const one of asked.keys()) if (one.startsWith(`${id} `)) asked.delete(one);
    },
  };
}
