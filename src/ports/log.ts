export type Log = {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
};

/** Points a test can stop at; nothing in production. Named `effect:claimed`, `step:before-commit` … */
export type Probe = (point: string) => void;
