/** What stands in place of a number that is withheld or missing. The rule and the reason are always said. */
import type { Figure, Hidden, Why } from './figure.ts';
import type { Words } from './words.ts';

export function sayWithheld({ hiddenBelow }: Pick<Figure, 'hiddenBelow'>, { figure: say, format }: Words) {
  const why = (hidden: Exclude<Why, ''>) => say.hiddenWhy[hidden](hiddenBelow);
  /** Each reason once, the plainest first. */
  const reasons = (all: readonly { hidden: Hidden }[]) => {
    const found = new Set(all.flatMap(({ hidden }) => [hidden.women, hidden.men, hidden.total]));
    return (['few', 'reveals', 'blurred'] as const).filter((one) => found.has(one)).map(why);
  };
  return {
    why,
    /** For a narrow cell; the reason stands beside it or below. */
    short: (hidden: Why) => (hidden === '' ? say.missing : say.hidden),
    told: (hidden: Why) => (hidden === '' ? say.missing : say.hiddenTold(why(hidden))),
    /** In place of all numbers of a figure. */
    together: (figure: { hidden: Hidden }) => {
      const found = reasons([figure]);
      return format.capital(found.length === 0 ? say.missing : say.hiddenTold(say.hiddenOr(found)));
    },
    key: (rows: readonly { hidden: Hidden }[]) => {
      const found = reasons(rows);
      return found.length === 0 ? '' : say.hiddenKey(say.hiddenOr(found));
    },
  };
}
