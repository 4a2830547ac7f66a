/** Of several rows about the same thing the last one counts; those before it remain, and the row says that it corrects. */
import { type Observation, observationKey, sameAmounts } from './observations.ts';

export interface LatestWord<Row extends Observation> {
  row: Row;
  /** The rows it took the place of that said something else, oldest first. */
  before: Row[];
}

/** `rows` oldest first. */
export function latestWords<Row extends Observation>(rows: readonly Row[]): LatestWord<Row>[] {
  return [...Map.groupBy(rows, observationKey).values()].map((said) => {
    const row = said.at(-1)!;
    return { row, before: said.slice(0, -1).filter((one) => !sameAmounts(one, row)) };
  });
}
