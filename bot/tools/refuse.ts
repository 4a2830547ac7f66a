/** How tools say no: what is wrong and what to do, on stderr, without a stack. */
import { agreementFrom } from '../definition.ts';

export function refuse(...lines: readonly string[]): never {
  for (const line of lines) if (line !== '') console.error(line);
  process.exit(2);
}

/** The definition, or its faults. */
export function agreementOrRefuse(file: string): ReturnType<typeof agreementFrom> {
  try {
    return agreementFrom(file);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}
