import type { FaultyCall } from './connector-faults.ts';
import type { Outcome } from './invoke-answers.ts';
import type { Conversation, InstallScope, Message, OpenDialog, Press, Said, Say, SubmitDialog } from './teams-contract.ts';

/** The local world in another process (`outside.ts`), over HTTP. Every call throws with the world's own words when it says no. */
export interface WorldClient {
  say(what: Say): Promise<Said>;
  press(what: Press): Promise<Outcome>;
  openDialog(what: OpenDialog): Promise<Outcome>;
  submitDialog(what: SubmitDialog): Promise<Outcome>;
  install(scope: InstallScope): Promise<(number | null)[]>;
  resend(activityId: string): Promise<number | null>;
  unanswered(): Promise<string[]>;
  conversationsOf(person: string): Promise<Conversation[]>;
  messages(conversation: string, person: string): Promise<Message[]>;
  now(): Promise<string>;
  setTime(now: string): Promise<void>;
  /** Where the bot listens now, after a restart on another port. */
  setBotUrl(url: string): Promise<void>;
  block(person: string, blocked: boolean): Promise<void>;
  faults: {
    loseAnswer(times: number, call?: FaultyCall): Promise<void>;
    throttle(times: number, seconds: number, call?: FaultyCall): Promise<void>;
    hang(times: number, call?: FaultyCall): Promise<void>;
    clear(): Promise<void>;
  };
  /** Calls a fault of the local samarbetsyta by its name. */
  samarbetsytaFault(name: string, ...args: unknown[]): Promise<void>;
}

/** `url`: where `outside.ts` listens, `http://127.0.0.1:4123`. */
export function worldClient(url: string): WorldClient {
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}/world/${path}`, {
      ...(body === undefined
        ? {}
        : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!answer.ok) throw new Error(`/world/${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const query = (values: Record<string, string>) => new URLSearchParams(values).toString();
  const order = async (fault: object) => {
    await ask('faults', fault);
  };

  return {
    say: (what) => ask('say', what) as Promise<Said>,
    press: (what) => ask('press', what) as Promise<Outcome>,
    openDialog: (what) => ask('openDialog', what) as Promise<Outcome>,
    submitDialog: (what) => ask('submitDialog', what) as Promise<Outcome>,
    install: (scope) => ask('install', { scope }) as Promise<(number | null)[]>,
    resend: (activityId) => ask('resend', { activityId }) as Promise<number | null>,
    unanswered: () => ask('unanswered') as Promise<string[]>,
    conversationsOf: (person) => ask(`conversations?${query({ person })}`) as Promise<Conversation[]>,
    messages: (conversation, person) => ask(`messages?${query({ conversation, person })}`) as Promise<Message[]>,
    now: async () => ((await ask('time')) as { now: string }).now,
    setTime: async (now) => {
      await ask('time', { now });
    },
    setBotUrl: async (botUrl) => {
      await ask('bot', { url: botUrl });
    },
    block: async (person, blocked) => {
      await ask('block', { person, blocked });
    },
    faults: {
      loseAnswer: (times, call) => order({ kind: 'lose-answer', times, call }),
      throttle: (times, seconds, call) => order({ kind: 'throttle', times, seconds, call }),
      hang: (times, call) => order({ kind: 'hang', times, call }),
      clear: () => order({ kind: 'clear' }),
    },
    samarbetsytaFault: async (name, ...args) => {
      await ask('samarbetsyta-faults', { name, args });
    },
  };
}
