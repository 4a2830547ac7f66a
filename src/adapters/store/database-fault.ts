/** What is wrong with a PostgreSQL that cannot be used, and what to do about it. Never repeats the password. */
import { z } from 'zod';

/** Oldest server whose SQL we use: `unique nulls not distinct`, `starts_with` and pg-boss's own. */
export const OLDEST = 150_000;

const coded = z.looseObject({ code: z.string() });
const several = z.looseObject({ errors: z.array(z.unknown()).min(1) });

function codeOf(error: unknown): string {
  const one = coded.safeParse(error);
  if (one.success) return one.data.code;
  // Node tries every address of a name and tells of all of them.
  const all = several.safeParse(error);
  return all.success ? codeOf(all.data.errors[0]) : '';
}

/** Codes of a server that shuts down, is starting, or cut the connection; of a network that failed. */
const AWAY =
  /^(57P0[1-5]|08\w{3}|25P03|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What the driver says without a code. */
const BROKEN = /^Connection terminated|not queryable/;
const NO_ANSWER = /^timeout exceeded when trying to connect/;

const says = (error: unknown, words: RegExp): boolean => error instanceof Error && words.test(error.message);

/** True when a connection broke, which another one may not. */
export const isBroken = (error: unknown): boolean => AWAY.test(codeOf(error)) || says(error, BROKEN);

/** True when the database could not be reached, or the connection to it broke. */
export const isAway = (error: unknown): boolean => isBroken(error) || says(error, NO_ANSWER);

const place = (url: string): { host: string; user: string; database: string } => {
  const { host, username, pathname } = new URL(url);
  return { host, user: decodeURIComponent(username), database: decodeURIComponent(pathname.slice(1)) };
};

/** The fault as one sentence with a remedy; undefined when it is not about how the database is set up. */
export function databaseFault(error: unknown, url: string): Error | undefined {
  const { host, user, database } = place(url);
  const said = remedy(codeOf(error), host, user, database);
  return said === undefined ? undefined : new Error(`DATABASE_URL: ${said}`, { cause: error });
}

function remedy(code: string, host: string, user: string, database: string): string | undefined {
  switch (code) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return `no PostgreSQL answers at ${host}. Start it, or correct the host and port.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `there is no host ${host}. Correct the name.`;
    case '28P01':
    case '28000':
      return `${host} does not let ${user} in. Correct the user and password, or pg_hba.conf.`;
    case '3D000':
      return `there is no database ${database} at ${host}. Create it (createdb ${database}), or correct the name.`;
    case '42501':
      return `${user} may not create tables in ${database}. Grant it: GRANT CREATE, USAGE ON SCHEMA public TO ${user}.`;
    default:
      return undefined;
  }
}

/** `number` as `server_version_num` has it: 150004 is 15.4. */
export function tooOld(number: number, url: string): Error | undefined {
  if (number >= OLDEST) return undefined;
  const [has, needs] = [number, OLDEST].map((one) => Math.floor(one / 10_000));
  return new Error(`DATABASE_URL: ${place(url).host} is PostgreSQL ${has}; ${needs} or newer is needed. Upgrade the server.`);
}
