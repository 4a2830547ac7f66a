import type { Reader } from '../../ports.ts';

export interface Remembered {
  reader: Reader;
  /** To be called when a change has committed. */
  forget(): void;
}

/**
 * A reader that asks the database once for what does not change in between: only right where every change is made by this
 * process. What it gives is shared by all who ask, so it is frozen.
 */
export function remembered(from: Reader): Remembered {
  const known = new Map<string, Promise<unknown>>();
  const remember =
    <A extends unknown[], T>(read: (...given: A) => Promise<T>) =>
    (...given: A): Promise<T> => {
      const asked = `${read.name} ${JSON.stringify(given)}`;
      const there = known.get(asked) as Promise<T> | undefined;
      if (there) return there;
      const answer = read(...given).then(frozen);
      known.set(asked, answer);
      answer.catch(() => known.delete(asked));
      return answer;
    };
  return {
    reader: {
      ...from,
      meeting: remember(from.meeting),
      meetings: remember(from.meetings),
      posted: remember(from.posted),
      place: remember(from.place),
      setting: remember(from.setting),
      calendarEvent: remember(from.calendarEvent),
      calendarEvents: remember(from.calendarEvents),
      targets: remember(from.targets),
      notes: remember(from.notes),
      question: remember(from.question),
      questions: remember(from.questions),
    },
    forget: () => known.clear(),
  };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}
