import { describe, expect, it } from 'vitest';
import type { Agreement, Person } from '../../src/domain/agreement.ts';
import { ownText } from '../../src/domain/privacy.ts';
import type { FilePayload } from '../../src/flows/file-document.ts';
import type { MarkPayload } from '../../src/flows/mark-filed.ts';
import type { Product } from '../../src/flows/product.ts';
import { registerReport } from '../../src/flows/register-report.ts';
import { freezeReport } from '../../src/flows/report.ts';
import { reportFiled } from '../../src/flows/report-filed.ts';
import { planEverything, runSteps } from '../../src/flows/run-steps.ts';
import { registrationsView } from '../../src/flows/show-registrations.ts';
import type { MessageView } from '../../src/flows/views/message.ts';
import { stockholm } from '../support/agreement.ts';
import { smallProduct } from '../support/small-product.ts';

const only = (...forums: string[]): Agreement => ({
  ...stockholm,
  forums: stockholm.forums.filter(({ id }) => forums.includes(id)),
});
const changed = (agreement: Agreement, id: string, more: Partial<Person>): Agreement => ({
  ...agreement,
  people: agreement.people.map((person) => (person.id === id ? { ...person, ...more } : person)),
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** A product with no figures at all, that begins on a day. */
async function beginning(now: string, agreement = only('unit', 'steering')) {
  const small = await smallProduct({ now, calendar: undefined, agreement });
  const figures = { ...small.product.figures, lookBack: async () => new Map() };
  const product: Product = { ...small.product, figures };
  const run = async (at: string) => {
    small.to(at);
    await planEverything(product);
    for (const { id } of agreement.forums) await runSteps(product, id);
    await small.work();
  };
  const said = (prefix: string) =>
    small.said
      .filter(({ key }) => key.startsWith(prefix))
      .map(({ to, view }) => {
        const { forum, person } = to as { forum?: string; person?: string };
        return { to: forum ?? person, ...(view.data as MessageView) };
      });
  const freeze = async (person: string, edition: number) => {
    const actor = { person: product.agreement.people.find(({ id }) => id === person)!, cause: `f:${person}/${edition}` };
    return freezeReport(product, actor, { forum: 'unit', period: '2027-H1', edition: String(edition) });
  };
  return { ...small, product, run, said, freeze };
}

describe('the reminder of the half-year’s report', () => {
  it('comes on the first working morning of the window, once, to the channel where nobody convenes, and to who puts reports together', async () => {
    const { run, said } = await beginning('2027-05-10T09:00');
    await run('2027-05-14T17:00');
    expect(said('make-report/')).toEqual([]);
    // The window opens on Saturday the 15th.
    await run('2027-05-17T08:30');
    const reminders = said('make-report/unit/2027-H1');
    expect(reminders.map(({ to }) => to).toSorted()).toEqual(['unit', 'vera']);
    for (const { text, detail } of reminders) {
      expect(plain(text)).toBe('Dags för rapporten till styrgruppen: första halvåret 2027.');
      expect(plain(detail)).toContain('Den lämnas senast 15 juni 2027.');
    }
    await run('2027-05-18T08:30');
    await run('2027-06-15T08:30');
    expect(said('make-report/')).toHaveLength(2);
    await run('2027-11-15T08:30');
    expect(
      said('make-report/unit/2027-H2')
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['unit', 'vera']);
  });

  it('comes to the convener where there is one, and not to who is not in Teams', async () => {
    const agreement = changed(changed(only('unit', 'steering'), 'gunilla', { convenes: ['unit'] }), 'vera', {
      entraId: undefined,
    });
    const { run, said } = await beginning('2027-05-10T09:00', agreement);
    await run('2027-05-17T08:30');
    expect(said('make-report/').map(({ to }) => to)).toEqual(['gunilla']);
  });

  it('comes late to who was not running when the window opened, and not for a window that has closed', async () => {
    const late = await beginning('2027-06-02T09:00');
    await late.run('2027-06-02T09:00');
    await late.run('2027-06-03T09:00');
    expect(
      late
        .said('make-report/')
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['unit', 'vera']);
    const over = await beginning('2027-06-20T09:00');
    await over.run('2027-06-21T09:00');
    expect(over.said('make-report/')).toEqual([]);
  });

  it('is silent where the report has been frozen meanwhile', async () => {
    const { run, said, freeze, to } = await beginning('2027-05-10T09:00');
    await run('2027-05-14T17:00');
    to('2027-05-17T07:30');
    expect((await freeze('gunilla', 1)).ok).toBe(true);
    await run('2027-05-17T08:30');
    expect(said('make-report/')).toEqual([]);
  });
});

describe('a report that has been filed', () => {
  const lies = { id: 'f1', webUrl: 'https://samarbetsyta.example/rapport.docx', eTag: '1' };

  async function filed(agreement = only('unit', 'steering')) {
    const begun = await beginning('2027-05-18T09:00', agreement);
    const { product, freeze, work } = begun;
    const file = async () => {
      const open = await product.store.read((reader) => reader.openEffects());
      const payload = open.findLast(({ kind }) => kind === 'file')!.payload as FilePayload;
      await product.store.change((change) => reportFiled(product, change, payload, { filed: lies, words: '' }));
      await work();
    };
    expect((await freeze('gunilla', 1)).ok).toBe(true);
    await file();
    return { ...begun, file };
  }

  it('is told of to each member of the forum it is for, with a link, once for each version; not to who froze it', async () => {
    const { said, file } = await filed();
    await file();
    const words = said('report-filed/');
    expect(words.map(({ to }) => to).toSorted()).toEqual(['helena', 'marcus']);
    for (const { text, link } of words) {
      expect(plain(text)).toBe('Rapport till styrgruppen, första halvåret 2027, är sparad.');
      expect(link).toEqual({ title: 'Öppna rapporten', url: lies.webUrl });
    }
  });

  it('is told of to the registrars of its authorities, once for each version and in working hours, and is in their list', async () => {
    const { said, file, product, work, run } = await filed();
    await file();
    const asks = said('to-register/');
    expect(asks.map(({ to }) => to).toSorted()).toEqual(['ove', 'rita', 'sten']);
    for (const { text, buttons } of asks) {
      expect(plain(text)).toMatch(/^Att registrera hos .*: Rapport till styrgruppen, första halvåret 2027$/);
      expect(buttons).toMatchObject([{ verb: 'register-report', data: { meeting: 'report/unit/2027-H1' }, dialog: true }]);
    }
    const person = (id: string) => product.agreement.people.find((one) => one.id === id)!;
    const list = (id: string) => product.store.read((reader) => registrationsView(product, reader, person(id)));
    const columns = async () =>
      (await product.store.read((reader) => reader.openEffects()))
        .filter(({ kind }) => kind === 'mark')
        .map(({ payload }) => (payload as MarkPayload).columns);
    expect((await list('rita'))!.documents).toMatchObject([
      { edition: 1, dnr: '', state: 'to-register', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    const number = (who: string, given: Record<string, string>, edition = '1') =>
      registerReport(
        product,
        { person: person(who), cause: `n:${who}/${edition}` },
        { report: 'report/unit/2027-H1', edition },
        new Map(Object.entries(given).map(([id, dnr]) => [id, ownText(dnr)])),
      );
    expect(await number('sara', { af: '1' })).toEqual({ ok: false, no: 'not-registrar' });
    expect(await number('rita', { af: '1' }, '2')).toEqual({ ok: false, no: 'other-report' });
    expect((await number('rita', { af: 'Af-2027/0031 0001' })).ok).toBe(true);
    expect((await list('rita'))!.documents).toMatchObject([{ dnr: 'Af-2027/0031 0001', state: 'registered' }]);
    expect((await list('sten'))!.left).toBe(1);
    expect((await columns()).at(-1)).toEqual({ Diarienummer: expect.stringContaining('Arbetsförmedlingen: Af-2027/0031 0001') });
    expect(JSON.stringify(await columns())).not.toContain('Registrerad');
    await work();
    await run('2027-05-19T09:00');
    expect(said('to-register/')).toHaveLength(3);
  });

  it('is said to who froze it where nobody it is for is in Teams', async () => {
    const alone = ['marcus', 'helena'].reduce(
      (known, id) => changed(known, id, { entraId: undefined }),
      only('unit', 'steering'),
    );
    const { said } = await filed(alone);
    expect(said('report-filed/')).toEqual([]);
    expect(said('report-unheard/').map(({ to, text }) => [to, plain(text)])).toEqual([
      ['gunilla', 'Rapport till styrgruppen, första halvåret 2027, är sparad, men ingen i styrgruppen nås i Teams.'],
    ]);
  });
});
