import { sameName } from './shelf.ts';

/** A write that is about to be answered: `path` is `<library>/<path in it>`. */
export interface Write {
  method: string;
  path: string;
}

export interface Faults {
  /** The next `n` writes are done, but their answer is lost: the connection is cut, or a 504 comes instead. */
  loseAnswer(n: number, how?: 'cut' | '504', which?: (write: Write) => boolean): void;
  /** The file is open somewhere: `<library>/<path in it>`. */
  lock(path: string): void;
  unlock(path: string): void;
  /** The next `n` requests are told to come back after so many seconds. */
  throttle(n: number, seconds: number): void;
  /** The next `n` requests do not get further than a gateway, which answers 503 with a page of HTML. */
  breakDown(n: number): void;
  /** The samarbetsyta has no space left for what is written, until it is told that it has. */
  fillUp(full: boolean): void;
  /** How Graph says that an event has been made before: it has been seen with either status, naming the event or not. */
  tellDuplicates(status: 400 | 409, named: boolean): void;
  /** Every mark of changes given until now is too old from now on: 410. */
  forgetMarks(): void;
  /** The next `n` notifications of changes do not arrive. */
  loseNotifications(n: number): void;
}

export interface ActiveFaults extends Faults {
  lost(write: Write): 'cut' | '504' | undefined;
  isLocked(path: string): boolean;
  throttled(): number | undefined;
  isBroken(): boolean;
  isFull(): boolean;
  duplicates(): { status: number; named: boolean };
  /** How often marks have been forgotten. */
  age(): number;
  notificationLost(): boolean;
}

/** What can go wrong with a samarbetsyta, on demand. */
export function faultsOnDemand(): ActiveFaults {
  const locked = new Set<string>();
  let losing: { left: number; how: 'cut' | '504'; which: (write: Write) => boolean } | undefined;
  let age = 0;
  let silent = 0;
  let broken = 0;
  let full = false;
  let duplicates = { status: 409, named: true };
  let throttling: { left: number; seconds: number } | undefined;
  return {
    loseAnswer(n, how = 'cut', which = () => true) {
      losing = { left: n, how, which };
    },
    lost(write) {
      if (!losing || losing.left === 0 || !losing.which(write)) return undefined;
      losing.left--;
      return losing.how;
    },
    lock: (path) => void locked.add(sameName(path)),
    unlock: (path) => void locked.delete(sameName(path)),
    isLocked: (path) => locked.has(sameName(path)),
    throttle(n, seconds) {
      throttling = { left: n, seconds };
    },
    throttled() {
      if (!throttling || throttling.left === 0) return undefined;
      throttling.left--;
      return throttling.seconds;
    },
    breakDown(n) {
      broken = n;
    },
    isBroken() {
      if (broken === 0) return false;
      broken--;
      return true;
    },
    fillUp(nowFull) {
      full = nowFull;
    },
    isFull: () => full,
    tellDuplicates(status, named) {
      duplicates = { status, named };
    },
    duplicates: () => duplicates,
    forgetMarks() {
      age++;
    },
    age: () => age,
    loseNotifications(n) {
      silent = n;
    },
    notificationLost() {
      if (silent === 0) return false;
      silent--;
      return true;
    },
  };
}
