/** Which digits can be a personnummer or a samordningsnummer at all: the calendar, the serial and the check digit. */

export interface Born {
  kind: 'personnummer' | 'samordningsnummer';
  /** Whole years old on the day asked about; 0 in the year before the first birthday. */
  age: number;
}

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const EARLIEST = 1850;

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= MONTH_DAYS[month - 1]! && (month !== 2 || day < 29 || leap(year));

/** `today` as a number, 20241031. */
function on(year: number, month: number, day: number, today: number): Born | undefined {
  if (year < EARLIEST) return undefined;
  // Skatteverket has given month 00 and day 60 where the birth date is not confirmed, and day 89–91 in short months.
  if (day >= 60 && day <= 91 && month <= 12) {
    const age = Math.floor(today / 10_000) - year;
    return age < 0 ? undefined : { kind: 'samordningsnummer', age };
  }
  const date = year * 10_000 + month * 100 + day;
  if (date > today || !isDay(year, month, day)) return undefined;
  return { kind: 'personnummer', age: Math.floor((today - date) / 10_000) };
}

/**
 * Who could have been born on these digits. Without a century it is the latest birthday that has been, and a century
 * earlier after a plus.
 */
export function bornOn(
  century: number | undefined,
  year: number,
  month: number,
  day: number,
  plus: boolean,
  today: number,
): Born | undefined {
  if (century !== undefined) return century >= 18 && century <= 20 ? on(century * 100 + year, month, day, today) : undefined;
  const late = on(2000 + year, month, day, today);
  const early = on(1900 + year, month, day, today);
  const nearest = late ?? early;
  if (!plus) return nearest;
  return on((late ? 1900 : 1800) + year, month, day, today) ?? nearest;
}

/** The check digit, over ten digits from `at`. */
export function luhn(digits: ArrayLike<number>, at: number): boolean {
  let sum = 0;
  for (let k = 0; k < 10; k += 1) {
    const doubled = digits[at + k]! * (k % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The digits of a birth date as they may stand alone: six or eight of them, a real day that has been. */
export function isBirthDate(digits: string, today: number): boolean {
  const [yy, mm, dd] = [digits.slice(-6, -4), digits.slice(-4, -2), digits.slice(-2)].map(Number) as [number, number, number];
  const century = digits.length === 8 ? Number(digits.slice(0, 2)) : undefined;
  return (digits.length === 6 || digits.length === 8) && bornOn(century, yy, mm, dd, false, today) !== undefined;
}
