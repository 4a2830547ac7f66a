/** What people get when a turn fails: an apology with an id, or a card or dialog that says so. Never the reason. */
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { connectorFault } from './connector-fault.ts';
import type { Log } from './teams.ts';

/** Logs under the id and answers; nothing of the error reaches the person. */
export async function answerFailure(context: TurnContext, error: unknown, id: string, log: Log): Promise<void> {
  const { type, name, id: activity } = context.activity;
  log.error({ id, activity, type, name, ...factsOf(error) }, 'a turn failed');
  try {
    if (type === ActivityTypes.Invoke) await context.sendActivity({ type: 'invokeResponse', value: invokeFailure(name, id) });
    else if (type === ActivityTypes.Message) await context.sendActivity(apology(id));
  } catch (second) {
    log.error({ id, activity, ...factsOf(connectorFault('apology', second)) }, 'the apology could not be sent either');
  }
}

const sorry = (id: string) =>
  `Något gick fel hos mig. Försök igen om en stund. Händer det igen, berätta för den som sköter Samverkan och uppge felkod ${id}.`;

function apology(id: string): Partial<Activity> {
  return { type: ActivityTypes.Message, text: sorry(id), textFormat: 'plain' };
}

/** Teams wants HTTP 200 with the status inside for a card's button, and a message for a dialog. */
function invokeFailure(name: string | undefined, id: string): { status: number; body: unknown } {
  if (name === 'adaptiveCard/action') {
    const value = { code: 'InternalServerError', message: sorry(id) };
    return { status: 200, body: { statusCode: 500, type: 'application/vnd.microsoft.error', value } };
  }
  if (name === 'task/fetch' || name === 'task/submit')
    return { status: 200, body: { task: { type: 'message', value: sorry(id) } } };
  return { status: 500, body: { error: 'internal error', id } };
}

/** Enough to find the fault; no request, no body: those hold what people wrote. */
export function factsOf(error: unknown): object {
  if (!(error instanceof Error)) return { error: String(error) };
  const { name, message, stack } = error;
  const { code, statusCode, status } = error as { code?: unknown; statusCode?: unknown; status?: unknown };
  return { error: `${name}: ${message}`, code, status: statusCode ?? status, stack };
}
