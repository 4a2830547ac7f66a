import { describe, expect, it } from 'vitest';
import { cards } from '../../cards/cards.ts';
import { fill } from '../../cards/fill.ts';

const { agenda, approval, message, minutes } = cards;

describe('filling a card', () => {
  it('names the cards there are when asked for one there is not', () => {
    expect(() => fill('protokoll', {})).toThrow(/No card "protokoll".*agenda, next-meeting/);
    expect(() => fill('constructor', {})).toThrow(/No card/);
  });

  it.each(Object.entries(cards).map(([name, card]) => ({ name, view: card.samples.ordinary })))(
    'sends no $name card when a field is missing, unknown or of the wrong kind',
    ({ name, view }) => {
      const fields = Object.keys(view);
      for (const field of fields) {
        const { [field]: _left, ...rest } = view as Record<string, unknown>;
        expect(() => fill(name, rest), field).toThrow(field);
        expect(() => fill(name, { ...view, [field]: undefined }), field).toThrow(field);
        expect(() => fill(name, { ...view, [field]: Symbol('wrong') }), field).toThrow(field);
      }
      expect(() => fill(name, { ...view, extra: 1 })).toThrow(/extra/);
    },
  );

  it('lets Teams ask for an agenda anew when somebody opens it, for at most sixty, while it can still change', () => {
    const refresh = (state: (typeof agenda.samples.ordinary)['state'], readers: string[]) =>
      fill('agenda', { ...agenda.samples.ordinary, state }, { readers }).card.refresh;
    const { meeting } = agenda.samples.ordinary;
    expect(refresh('open', ['29:per'])).toEqual({
      action: { type: 'Action.Execute', title: 'Uppdatera siffror', verb: 'agenda_refresh', data: { meeting } },
      userIds: ['29:per'],
    });
    const many = Array.from({ length: 70 }, (_, n) => `29:${n}`);
    expect(refresh('in-progress', many)).toMatchObject({ userIds: many.slice(0, 60) });
    for (const state of ['draft', 'approved', 'filed'] as const) expect(refresh(state, ['29:per'])).toBeUndefined();
    expect(fill('message', message.samples.ordinary, { readers: ['29:per'] }).card.refresh).toBeUndefined();
  });

  it('refuses days and times that do not exist', () => {
    expect(() => fill('agenda', { ...agenda.samples.ordinary, start: '2027-02-30T13:00' })).toThrow(/start/);
    expect(() => fill('agenda', { ...agenda.samples.ordinary, publishes: '2027-13-01' })).toThrow(/publishes/);
  });

  it('refuses links that do not lead to the web', () => {
    expect(() => fill('agenda', { ...agenda.samples.ordinary, agendaUrl: 'javascript:alert(1)' })).toThrow(/agendaUrl/);
  });

  it('says nothing of the data in what it throws', () => {
    expect(() => fill('message', { ...message.samples.ordinary, text: ['19900101-2384'] })).toThrow(/^(?!.*2384)/s);
  });

  it('puts the key on the first element, so that the card can be found again', () => {
    const { card } = fill('agenda', agenda.samples.ordinary, { key: 'agenda/hub-intro-2027-03-16' });
    expect(card.body[0]).toMatchObject({ type: 'Container', id: 'agenda/hub-intro-2027-03-16' });
    expect(JSON.stringify(fill('agenda', agenda.samples.ordinary).card)).not.toContain('"id"');
  });

  it('gives the same card for the same data, and leaves the data alone', () => {
    const view = structuredClone(minutes.samples.ordinary);
    expect(fill('minutes', view)).toEqual(fill('minutes', view));
    expect(view).toEqual(minutes.samples.ordinary);
  });

  it('shows an expression somebody typed instead of evaluating it or falling over it', () => {
    for (const typed of ['${forum}', '${title}', '${$root.meeting}', '${1+1}', '${', '$ {x}', '\uE000{forum}']) {
      const view = { ...message.samples.ordinary, text: typed };
      const shown = JSON.stringify(fill('message', view).card.body);
      expect(shown).toContain(typed.startsWith('\uE000') ? '${forum}' : typed);
    }
  });

  it('is written in Swedish unless another language is asked for', () => {
    expect(fill('turn', cards.turn.samples.ordinary).card.lang).toBe('sv');
    expect(JSON.stringify(fill('turn', cards.turn.samples.ordinary, { language: 'en' }).card)).toContain('Why me?');
  });
});

describe('a card that would be too big for Teams', () => {
  it('keeps every item of the agenda and cuts the backgrounds, saying so', () => {
    const shown = JSON.stringify(fill('agenda', agenda.samples.longest).card);
    expect(shown).toContain('Långa bakgrunder är avkortade här.');
    expect(shown).toContain('"20."');
  });

  it('does not let minutes be approved whose text is not shown', () => {
    const shown = JSON.stringify(fill('approval', approval.samples.longest).card);
    expect(shown).toContain('Läs och godkänn');
    expect(shown).not.toContain('minutes_approve');
    expect(shown).not.toContain('allmän handling');
  });

  it('lets them be approved from the last page of what is read, and from no other', () => {
    const page = (name: string) => JSON.stringify(fill('dialog-read', cards['dialog-read'].samples[name]).card);
    expect(page('last')).toContain('"go":"approve"');
    expect(page('last')).toContain('allmän handling');
    for (const other of ['first', 'ordinary', 'last for members']) expect(page(other)).not.toContain('"go":"approve"');
  });

  it('sends those who read a long filed text to the file', () => {
    const shown = JSON.stringify(fill('approval', approval.samples['longest filed']).card);
    expect(shown).toContain('finns på samarbetsytan');
    expect(shown).not.toContain('"dialog":"read"');
  });

  it('throws rather than sending what Teams refuses', () => {
    const text = 'lång '.repeat(20_000);
    expect(() => fill('message', { ...message.samples.ordinary, text })).toThrow(/Teams takes/);
  });
});
