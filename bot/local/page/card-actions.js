import { api } from './api.js';
import { setBusy } from './card.js';
import { openDialog } from './dialog.js';
import { byId } from './elements.js';
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
    const button = document.activeElement;
    setBusy(holder, true);
    try {
      const outcome = await send(action);
      awake(holder, button, message.id);
      if (outcome.kind === 'dialog') openDialog(outcome, { me, conversation: message.conversationId });
      else if (outcome.kind === 'message') toast(outcome.text);
      else if (outcome.kind === 'error' || outcome.kind === 'no-answer') toast(outcome.text, 'error');
    } catch (error) {
      awake(holder, button, message.id);
      toast(error.message, 'error');
    }
  };
}

/** A resting card loses the focus: it goes back to the button, or to the message when the card was replaced. */
function awake(holder, button, messageId) {
  setBusy(holder, false);
  if (document.activeElement !== document.body) return;
  const message = byId('feed').querySelector(`article[data-id="${CSS.escape(messageId)}"]`);
  (button.isConnected ? button : message)?.focus({ preventScroll: true });
}
