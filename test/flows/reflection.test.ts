import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/domain/meeting.ts';
import { whyView } from '../../src/flows/agenda-view.ts';
import { agendaText } from '../../src/flows/document-text.ts';
import { openAgenda } from '../../src/flows/open-agenda.ts';
import { planAhead } from '../../src/flows/plan-ahead.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { smallProduct } from '../support/small-product.ts';

describe('a forum that wants a question to reflect on', () => {
  it('gets the source’s first on one agenda and its second on the next, each with where it is from', async () => {
    const reflecting = { ...hub, reflects: { minutes: 10, origin: { choice: 'Vi vill det' } } };
    const forums = stockholm.forums.map((one) => (one.id === hub.id ? reflecting : one));
    const { product } = await smallProduct({ now: '2027-03-08T09:00', calendar: undefined, agreement: { ...stockholm, forums } });
    await product.store.change((change) => planAhead(product, change, reflecting));
    const opened: Meeting[] = [];
    for (const id of ['hub-intro-2027-03-16', 'hub-intro-2027-03-30'])
      opened.push(
        await product.store.change(async (change) => {
          await change.lock(hub.id);
          return openAgenda(product, change, (await change.meeting(id))!, new Map());
        }),
      );
    const asked = opened.map((meeting) => meeting.items.filter(({ id }) => id === 'reflektion'));
    expect(asked.map((items) => items.map(({ title }) => title))).toEqual([
      [
        'Hur främjar och förenklar vi individens kontakter med berörda aktörer i samband med att ett beslut om uppehållstillstånd fattas?',
      ],
      ['Hur kan vi samverka för att underlätta och säkerställa deltagande i sfi och samhällsorientering?'],
    ]);
    expect(whyView(product, reflecting, asked[0]![0]!)).toEqual({ kind: 'standing', source: 'S 2.4' });
    expect(JSON.stringify(agendaText(product, opened[0]!, new Map()))).toContain('Stående punkt (S 2.4)');
  });
});
