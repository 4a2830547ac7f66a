import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { graphCalendar } from '../../../src/adapters/graph/calendar.ts';
import { graphClient } from '../../../src/adapters/graph/client.ts';
import { type LocalSamarbetsyta, localSamarbetsyta } from '../../../src/adapters/local/samarbetsyta.ts';
import { localGraphSend } from '../../../src/adapters/local/send.ts';
import type { CalendarWorld } from '../../contracts/calendar.ts';
import { conforming } from '../../contracts/graph-schemas.ts';
import { mailbox } from '../local/library-of-tests.ts';
import { listening } from '../local/listening.ts';

export { mailbox } from '../local/library-of-tests.ts';

export interface Sent {
  method: string;
  url: URL;
  headers: Headers;
  body: Record<string, unknown>;
}

export interface GraphCalendarWorld extends CalendarWorld {
  local: LocalSamarbetsyta;
  sent: Sent[];
  /** How many requests were under way at the same time, at most. */
  mostInFlight(): number;
}

/** The Graph adapter in front of the local calendar, over real HTTP; every message is compared with Microsoft's schemas. */
export async function graphCalendarWorld(): Promise<GraphCalendarWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'calendar-'));
  const local = localSamarbetsyta({
    dir,
    libraries: [],
    mailbox,
    now: () => '2027-03-01T08:00:00Z',
    appId: 'our-app',
    publicUrl: () => 'http://127.0.0.1:1',
  });
  const people = local.outlook!;
  const server = await listening(local.app);
  const checked = conforming(localGraphSend(server.url));
  const sent: Sent[] = [];
  let [inFlight, most] = [0, 0];
  const send: typeof fetch = async (input, init) => {
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : {};
    sent.push({ method: init?.method ?? 'GET', url: new URL(String(input)), headers: new Headers(init?.headers), body });
    most = Math.max(most, ++inFlight);
    try {
      return await checked.send(input, init);
    } finally {
      inFlight--;
    }
  };
  const client = graphClient({ token: async () => 'any', send });
  const meeting = (id: string) => people.events().find((one) => one.id === id)!;
  return {
    calendar: graphCalendar({ client, mailbox }),
    local,
    sent,
    mostInFlight: () => most,
    events: () =>
      people.events().map(({ id, subject, body, place, online, attendees }) => ({
        id,
        subject,
        place,
        isInTeams: online,
        asked: attendees.map(({ type, address }) => `${type} ${address}`),
        ...whatPeopleSee(body),
      })),
    told: (id) => meeting(id).version - meeting(id).attendees.filter(({ answeredAt }) => answeredAt !== '').length,
    someoneAnswers: (id, mail, answer) => people.answer(id, mail, answer === 'tentative' ? 'tentativelyAccepted' : answer),
    someoneDeletes: people.remove,
    someoneMoves: people.move,
    someoneWrites: (id, line) => people.rewrite(id, (page) => page.replace('</body>', `<p>${line}</p></body>`)),
    someoneIsTaken: people.take,
    inside: (name) => `${name}@stad.example`,
    outside: (name) => `${name}@af.example`,
    loseAnswers: (n, how) => local.faults.loseAnswer(n, how),
    async close() {
      await server.close();
      local.close();
      rmSync(dir, { recursive: true });
      expect(checked.problems).toEqual([]);
    },
  };
}

function whatPeopleSee(page: string) {
  const decoded = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replaceAll(/\s+/g, ' ');
  return {
    text: decoded(page.replaceAll(/<head>.*<\/head>|<[^>]*>/gs, ' ')).trim(),
    links: [...page.matchAll(/href="([^"]*)"/g)]
      .map(([, link]) => decoded(link!))
      .filter((link) => !link.includes('meetup-join')),
  };
}
