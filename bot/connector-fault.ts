/** Turns the Bot Connector's failures into the product's two: Unavailable (ask again) and Refused (a person has to act). */
import * as z from 'zod';
import { Refused, Unavailable } from '../src/ports.ts';

const failure = z.object({
  name: z.enum(['RestError', 'AbortError']),
  statusCode: z.number().optional(),
  code: z.string().optional(),
  response: z.object({ headers: z.custom<{ get(name: string): string | undefined }>() }).optional(),
});

const neverSent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|CERT_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|\w*SELF_SIGNED_CERT\w*)$/;

const nextSteps: Record<number, string> = {
  400: 'Teams could not read the message. This is a fault in the bot: report it with the id in the log.',
  401: "The connector does not take the bot's token. Check app id and tenant, and that the Azure Bot is registered with this app id.",
  403: 'The app is not installed there, or the person has blocked or removed it. Install it again; see manifest/go-live.md.',
  404: 'The conversation or the message is gone, or the app was removed from it. Install it again, or let the bot post anew.',
  413: 'The message is above the 100 KB that Teams takes. Shorten what it shows.',
};

/** @returns the error to throw; what does not come from the connector is handed back as it is. */
export function connectorFault(call: string, error: unknown): unknown {
  const read = failure.safeParse(error);
  if (!read.success) return error;
  const { name, statusCode: status, code, response } = read.data;
  const perhaps = call.startsWith('GET ') ? 'no' : 'maybe';
  if (status === undefined) {
    const delivered = neverSent.test(code ?? '') ? 'no' : perhaps;
    const what = name === 'AbortError' ? 'The connector did not answer in time' : `The connection failed (${code ?? 'no code'})`;
    const next = `${what}. It is tried again; if it goes on, check the way out from the server to smba.trafficmanager.net.`;
    return new Unavailable({ call, delivered, next, cause: named(error) });
  }
  const facts = { call, status, cause: named(error) };
  const retryAfter = secondsOf(response?.headers.get('retry-after'));
  const wait = retryAfter === undefined ? {} : { retryAfter };
  if (status === 429)
    return new Unavailable({ ...facts, ...wait, delivered: 'no', next: 'Teams asks us to send less often. It is tried again.' });
  if (status >= 500 || status === 408 || status === 412)
    return new Unavailable({ ...facts, ...wait, delivered: perhaps, next: 'Teams has trouble of its own. It is tried again.' });
  return new Refused({ ...facts, next: `${nextSteps[status] ?? 'Teams said no.'} (code ${code ?? 'missing'})` });
}

/** Seconds in Retry-After, which comes as a number or as a date. */
function secondsOf(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

/** The original carries the whole request, with what people wrote: only its name, code and stack go on. */
function named(error: unknown): Error {
  const { name, message, stack } = error as Error;
  const code = (error as { code?: unknown }).code;
  return Object.assign(new Error(`${name}: ${typeof code === 'string' ? code : message}`), { stack });
}
