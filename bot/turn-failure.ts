/** What people get when a turn fails: an apology with an id, or a card or dialog that says so. Never the reason. */
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { StoreAway } from '../src/ports.ts';
import { connectorFault } from './connector-fault.ts';
import type { Log } from './teams.ts';

/** A turn failed, is in the log under the id, and no person knows. */
export class Untold extends Error {
  readonly id: string;

  constructor(id: string) {
    super(`a turn failed, and nobody was told (${id})`);
    this.id = id;
  }
}

/**
 * Logs under the id and answers; nothing of the error reaches the person.
 * @throws Untold where nobody could be told, or nobody waits for an answer: Teams then hears that the turn failed.
 */
export async function answerFailure(context: TurnContext, error: unknown, id: string, log: Log): Promise<void> {
  const { type, name, id: activity } = context.activity;
  log.error({ id, activity, type, name, ...factsOf(error) }, 'a turn failed');
  try {
    if (type === ActivityTypes.Invoke)
      await context.sendActivity({ type: 'invokeResponse', value: invokeFailure(name, sorry(error, id), id) });
    else if (type === ActivityTypes.Message) await context.sendActivity(apology(sorry(error, id)));
  } catch (second) {
    log.error({ id, activity, ...factsOf(connectorFault('apology', second)) }, 'the apology could not be sent either');
    // An answer that may have come through is not asked for again; what the store never heard of is.
    if (error instanceof StoreAway) throw new Untold(id);
  }
  if (type !== ActivityTypes.Invoke && type !== ActivityTypes.Message) throw new Untold(id);
}

const sorry = (error: unknown, id: string) =>
  error instanceof StoreAway
    ? `Jag når inte min databas just nu, så se efter om en stund om det du gjorde finns med och gör annars om det (felkod ${id}).`
    : `Något gick fel hos mig. Försök igen om en stund. Händer det igen, berätta för den som sköter Samverkan och uppge felkod ${id}.`;

function apology(text: string): Partial<Activity> {
  return { type: ActivityTypes.Message, text, textFormat: 'plain' };
}

/** Teams wants HTTP 200 with the status inside for a card's button, and a message for a dialog. */
function invokeFailure(name: string | undefined, said: string, id: string): { status: number; body: unknown } {
  if (name === 'adaptiveCard/action') {
    const value = { code: 'InternalServerError', message: said };
    return { status: 200, body: { statusCode: 500, type: 'application/vnd.microsoft.error', value } };
  }
  if (name === 'task/fetch' || name === 'task/submit') return { status: 200, body: { task: { type: 'message', value: said } } };
  return { status: 500, body: { error: 'internal error', id } };
}

/** Enough to find the fault; no request, no body: those hold what people wrote. */
export function factsOf(error: unknown): object {
  if (!(error instanceof Error)) return { error: String(error) };
  const { name, message, stack } = error;
  const { code, statusCode, status } = error as { code?: unknown; statusCode?: unknown; status?: unknown };
  return { error: `${name}: ${message}`, code, status: statusCode ?? status, stack };
}
