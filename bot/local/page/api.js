/** The page's own server. @throws Error with a sentence for people */
async function ask(path, body) {
  const request = body ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
  let answer;
  try {
    answer = await fetch(`/page/${path}`, request);
  } catch (cause) {
    throw new Error('Ingen kontakt med servern. Är den igång?', { cause });
  }
  const read = await answer.json();
  if (!answer.ok) throw new Error(read.error);
  return read;
}

export const api = {
  state: (me, conversation) =>
    ask(`state?${new URLSearchParams({ ...(me ? { me } : {}), ...(conversation ? { conversation } : {}) })}`),
  say: (what) => ask('say', what),
  press: (what) => ask('press', what),
  refresh: (what) => ask('refresh', what),
  openDialog: (what) => ask('openDialog', what),
  submitDialog: (what) => ask('submitDialog', what),
  outlook: (what) => ask('calendar', what),
  moveClock: (to) => ask('clock', { to }),
};

/** Calls `onChange` when anything happens, `onContact(false)` when the server is gone. */
export function listen({ onChange, onContact }) {
  const events = new EventSource('/page/events');
  let last;
  events.addEventListener('open', () => onContact(true));
  events.addEventListener('error', () => {
    // What happened while it was gone is not counted.
    last = undefined;
    onContact(false);
  });
  events.addEventListener('message', ({ data }) => {
    if (data !== last) onChange();
    last = data;
  });
}
