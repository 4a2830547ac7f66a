import { api } from './api.js';
import { setBusy } from './card.js';
import { rememberFocus } from './card-focus.js';
import { openDialog } from './dialog.js';
import { toast } from './toast.js';

/** What a click on a card in the chat does, as in Teams. `context`: { me, conversation, message } */
export function cardActions(context, getHolder) {
  const { me, conversation, message } = context;
  const target = { as: me, conversation, activityId: message.id };
  const send = ({ type, data, opensDialog, verb, actionId }) => {
    if (type === 'execute') return api.press({ ...target, verb, data, ...(actionId ? { actionId } : {}) });
    if (opensDialog) return api.openDialog({ ...target, data });
    throw new Error('Den här sortens knapp stöds inte i den lokala Teams.');
  };
  return async (action) => {
    const holder = getHolder();
    // A resting card loses the focus.
    const giveBackFocus = rememberFocus();
    setBusy(holder, true);
    try {
      const outcome = await send(action);
      setBusy(holder, false);
      giveBackFocus();
      if (outcome.kind === 'dialog') openDialog(outcome, { me, conversation: message.conversationId }, giveBackFocus);
      else if (outcome.kind === 'message') toast(outcome.text);
      else if (outcome.kind === 'card') sayWhenSame(outcome.card, message.card);
      else if (outcome.kind === 'error' || outcome.kind === 'no-answer') toast(outcome.text, 'error');
    } catch (error) {
      setBusy(holder, false);
      giveBackFocus();
      toast(error.message, 'error');
    }
  };
}

/** A card that changes shows it itself; without a word a press that changes nothing looks like no press. */
function sayWhenSame(card, before) {
  if (JSON.stringify(card) === JSON.stringify(before)) toast('Inget nytt: kortet visar redan det senaste.');
}
