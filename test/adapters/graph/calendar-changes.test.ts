import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphCalendar } from '../../../src/adapters/graph/calendar.ts';
import { graphChanges } from '../../../src/adapters/graph/changes.ts';
import { graphClient } from '../../../src/adapters/graph/client.ts';
import { type LocalSamarbetsyta, localSamarbetsyta } from '../../../src/adapters/local/samarbetsyta.ts';
import { localGraphSend } from '../../../src/adapters/local/send.ts';
import { type Calendar, type Changes, Refused } from '../../../src/ports.ts';
import { type Conforming, conforming, unlike } from '../../contracts/graph-schemas.ts';
import { until } from '../../support/until.ts';
import { type Listening, listening } from '../local/listening.ts';
import { mailbox } from './calendar-world.ts';

const now = Temporal.Instant.from('2027-03-01T08:00:00Z');
const longest = now.add({ minutes: 4_230 });
const inDays = (days: number) => now.add({ hours: days * 24 });

describe('changes in the calendar', () => {
  let dir: string;
  let local: LocalSamarbetsyta;
  let servers: Listening[];
  let checked: Conforming;
  let changes: Changes;
  let calendar: Calendar;
  let url: string;
  let told: { subscriptionId: string; clientState: string; changeType: string; resource: string }[];
  const problems: string[] = [];

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'calendar-changes-'));
    local = localSamarbetsyta({ dir, libraries: [], mailbox, now: () => now.toString(), appId: 'our-app', publicUrl: () => '' });
    told = [];
    const ear = new Hono();
    ear.post('/told', async (c) => {
      const token = c.req.query('validationToken');
      if (token !== undefined) return c.text(token);
      const { value } = await c.req.json();
      for (const one of value) problems.push(...unlike('microsoft.graph.changeNotification', one));
      told.push(...value);
      return c.body(null, 202);
    });
    servers = [await listening(local.app), await listening(ear)];
    checked = conforming(localGraphSend(servers[0]!.url));
    const client = graphClient({ token: async () => 'any', send: checked.send });
    calendar = graphCalendar({ client, mailbox });
    changes = graphChanges({ client, site, libraries, calendar: { mailbox, now: () => now } });
    url = `${servers[1]!.url}/told`;
  });
  afterEach(async () => {
    for (const server of servers) await server.close();
    local.close();
    rmSync(dir, { recursive: true });
    expect(problems).toEqual([]);
    expect(checked.problems).toEqual([]);
  });
  const subscribe = (until = inDays(29)) => changes.subscribe('calendar', { url, secret: 'hemlig', until });

  it('are told when a meeting is made, answered, moved and deleted, by us or by people in Outlook', async () => {
    const { id: subscription } = await subscribe();
    const { id } = await calendar.create(invitation, 'k');
    const people = local.outlook!;
    const acts: [what: string, act: () => void][] = [
      ['created', () => {}],
      ['updated', () => people.answer(id, 'sara@stad.example', 'declined')],
      ['updated', () => people.move(id, '2027-03-17T13:00', '2027-03-17T14:00')],
      ['deleted', () => people.remove(id)],
    ];
    for (const [index, [changeType, act]] of acts.entries()) {
      act();
      const notification = await until(`to be told of number ${index}`, () => told[index]);
      expect(notification).toMatchObject({ subscriptionId: subscription, clientState: 'hemlig', changeType });
      expect(notification.resource).toBe(`Users/${mailbox}/Events/${id}`);
    }
  });

  it('are told for as long as Outlook allows, and what was granted is said', async () => {
    const { id, until: granted } = await subscribe();
    expect(Temporal.Instant.from(granted).equals(longest)).toBe(true);
    const renewed = await changes.renew(id, inDays(29));
    expect(renewed !== 'gone' && Temporal.Instant.from(renewed.until).equals(longest)).toBe(true);
    const shorter = await changes.renew(id, inDays(1));
    expect(shorter !== 'gone' && Temporal.Instant.from(shorter.until).equals(inDays(1))).toBe(true);
  });

  it('are not told any longer once that is ended', async () => {
    const { id } = await subscribe();
    await changes.unsubscribe('calendar', `${url}/elsewhere`);
    expect(await changes.renew(id, inDays(1))).not.toBe('gone');
    await changes.unsubscribe('calendar', url);
    expect(await changes.renew(id, inDays(1))).toBe('gone');
  });

  it('are not counted: whoever has a mark looks for themselves', async () => {
    const begun = await changes.since('calendar', undefined);
    if (begun === 'too-old') throw new Error('too old');
    expect(begun.changed).toBe(0);
    expect(await changes.since('calendar', begun.mark)).toEqual({ changed: 1, ids: [], mark: begun.mark });
  });

  it('cannot be told where no mailbox is configured', async () => {
    const client = graphClient({ token: async () => 'any', send: checked.send });
    const without = graphChanges({ client, site, libraries });
    const asked = without.subscribe('calendar', { url, secret: 'hemlig', until: inDays(1) });
    await expect(asked).rejects.toThrow(Refused);
    await expect(asked).rejects.toThrow(/SAMVERKAN_CALENDAR_MAILBOX/);
  });
});

const site = { hostname: 'exempel.sharepoint.com', path: 'sites/samverkan' };
const libraries = { meetings: 'Mötesdokument', drafts: 'Utkast', statistics: 'Statistik' };
const invitation = {
  subject: 'Kommunhubb Intro',
  start: '2027-03-16T13:00',
  end: '2027-03-16T14:00',
  online: true,
  place: '',
  attendees: [{ mail: 'sara@stad.example', name: 'Sara Nyström', needed: 'always' as const }],
  paragraphs: ['Välkomna.'],
  agendaUrl: '',
};
