/** `vart 6:e möte` */
export const ordinal = (number: number): string =>
  `${number}:${[1, 2].includes(number % 10) && ![11, 12].includes(number % 100) ? 'a' : 'e'}`;

const WEEKS = ['', 'varje', 'varannan', 'var tredje', 'var fjärde', 'var femte', 'var sjätte', 'var sjunde', 'var åttonde'];

/** `varannan vecka` */
export const everyDays = (days: number): string => {
  const weeks = days % 7 === 0 ? WEEKS[days / 7] : undefined;
  return weeks ? `${weeks} vecka` : `var ${ordinal(days)} dag`;
};
