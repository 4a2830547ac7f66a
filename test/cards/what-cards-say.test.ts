import { describe, expect, it } from 'vitest';
import { cards } from '../../cards/cards.ts';
import { fill } from '../../cards/fill.ts';
import { absent, enrolmentsWithheld, missed, participation, withheld, withinAWeek } from '../../cards/samples.ts';

describe('the agenda', () => {
  const { samples } = cards.agenda;

  it('says why each item is there', () => {
    expect(said('agenda', samples.ordinary)).toContain('Stående (N 1.8) · 15 min');
    expect(said('agenda', samples.ordinary)).toContain('Förd över från 2 mars: hanns inte med · 20 min');
    expect(said('agenda', samples.ordinary)).toContain('Föreslagen av Per Holm · 10 min');
  });

  it('adds up the time, and warns in words when the items take longer than the meeting', () => {
    expect(said('agenda', samples.ordinary)).toContain('Tid: 55 av 60 min');
    expect(said('agenda', samples.over)).toContain('⚠ Punkterna tar 105 min, mötet är 60 min. Korta eller flytta en punkt.');
  });

  it('names a source once below the figures that come from it', () => {
    const [first, ...others] = samples.ordinary.items;
    const sources = (figures: (typeof participation)[]) =>
      said('agenda', {
        ...samples.ordinary,
        items: [{ ...first!, figures }, ...others.map((item) => ({ ...item, figures: [] }))],
      }).filter((text) => text.startsWith('Källa:'));
    const elsewhere = { ...participation, source: { ...participation.source!, name: 'En annan fil' } };
    expect(sources([participation, participation])).toHaveLength(1);
    expect(sources([participation, elsewhere, participation])).toHaveLength(3);
  });

  it('gives no verdict on a figure that is only followed', () => {
    const followed = { ...participation, status: 'follow' as const, target: null };
    const shown = said('agenda', { ...samples.ordinary, items: [{ ...samples.ordinary.items[0]!, figures: [followed] }] });
    expect(shown).toContain('Inget mål är satt.');
    expect(shown.join()).not.toContain('Följs');
  });

  it('says in a line each how a figure moved and what is late; the total only, and at most two by name', () => {
    const shown = (figure: typeof missed) =>
      said('agenda', { ...samples.ordinary, items: [{ ...samples.ordinary.items[0]!, figures: [figure] }] });
    expect(shown(missed)).toContain('▼ Totalt −9,4 procentenheter sedan januari 2027');
    const late = (from: string[], asked?: NonNullable<typeof missed.late>['asked']) =>
      shown({ ...missed, late: { ...missed.late!, from, asked } });
    const from = (...units: string[]) => late(units);
    expect(from('Etableringscentrum')).toContain('⚠ Uppgift för mars 2027 saknas från Etableringscentrum.');
    expect(from('A', 'B')).toContain('⚠ Uppgift för mars 2027 saknas från A och B.');
    expect(from('A', 'B', 'C', 'D')).toContain('⚠ Uppgift för mars 2027 saknas från A och 3 till.');
    // Whoever has not been asked has not failed to answer.
    const asked = { on: '2027-04-06', not: [] as string[] };
    expect(late(['A'], asked)).toContain('⚠ Uppgift för mars 2027 saknas från A. Efterfrågad 6 april 2027.');
    expect(late(['A'], { on: '', not: ['A'] })).toContain('⚠ Uppgift för mars 2027 saknas från A. Den är inte efterfrågad än.');
    expect(late(['A', 'B'], { ...asked, not: ['B'] })).toContain(
      '⚠ Uppgift för mars 2027 saknas från A och B. Den är inte efterfrågad än från B.',
    );
    const still = { ...missed, late: null, change: { ...missed.change!, total: 0 } };
    expect(shown(still)).toContain('Totalt ±0 procentenheter sedan januari 2027');
    const hiddenSum = { ...missed, late: null, change: { ...missed.change!, total: null } };
    expect(shown(hiddenSum).join()).not.toMatch(/sedan|saknas/);
  });

  it('takes proposals only until the meeting begins', () => {
    const proposing = (state: (typeof samples.ordinary)['state']) =>
      buttons('agenda', { ...samples.ordinary, state }).includes('Föreslå punkt');
    expect((['open', 'published', 'in-progress', 'draft', 'approved', 'filed'] as const).map(proposing)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('says who approved the minutes and when, with a link to them', () => {
    expect(said('agenda', samples.filed)).toContain('✔ Mötesanteckningarna godkända av Sara Nyström 24 mars 2027 kl.\u00a010.12');
    expect(buttons('agenda', samples.filed)).toEqual(['Öppna mötesanteckningarna', 'Öppna dagordningen']);
  });
});

describe('a figure', () => {
  const figures = (...all: (typeof participation)[]) =>
    said('indicators', { forum: 'Hubben', figures: all, about: [], maySet: '', mayNote: '', mayTakeBack: '', refreshes: true });

  it('is split by sex, with its base, its target and its source', () => {
    const shown = figures(participation);
    for (const part of ['Kvinnor', '72\u00a0%', 'av 50', 'Män', '68,4\u00a0%', 'Totalt', 'Mål: minst 70\u00a0%.'])
      expect(shown).toContain(part);
    expect(shown.join()).toContain(
      'Källa: Statistik Etableringscentrum, ändrad 12 mars 2027 kl.\u00a009.12, läst 16 mars 2027 kl.\u00a008.00.',
    );
  });

  it('says in words whether the target is met, also where badges are not drawn', () => {
    expect(figures(withinAWeek)).toContain('⚠ Målet ej nått');
    expect(figures(participation)).toContain('✓ Målet nått');
  });

  it('says that a target has run out', () => {
    expect(figures(withinAWeek)).toContain(
      'Mål: minst 85\u00a0%. Gällde t.o.m. 2025, nytt mål ej satt. Nytt mål sätts av enhetschefsmötet.',
    );
  });

  it('shows what is withheld or missing as words, never as zero', () => {
    expect(figures(withheld)).toContain('Visas inte (färre än 5 eller skulle avslöja en annan uppgift)');
    expect(figures(withheld)).toContain('Hur många som saknar uppgift om kön visas inte (få personer).');
    const open = { women: '', men: '', total: '', unsplit: '' } as const;
    expect(figures({ ...withheld, hidden: open })).toContain('Uppgift saknas');
    expect(figures(absent)).toContain(`⚠ ${absent.problem}`);
    expect(figures(withheld, enrolmentsWithheld, absent)).not.toContain('0');
  });

  it('says beside each number why it is not shown, and below a table what "visas inte" in it comes of', () => {
    const shown = figures(enrolmentsWithheld);
    expect(shown).toEqual(expect.arrayContaining(['visas inte', '(skulle avslöja en annan uppgift)', '77']));
    expect(shown).toContain('kvinnor visas inte (skulle avslöja en annan uppgift), män visas inte (färre än 5), totalt 13');
    expect(shown).toContain('Visas inte: färre än 5 eller skulle avslöja en annan uppgift.');
    const { samples } = cards.agenda;
    const agenda = said('agenda', {
      ...samples.ordinary,
      items: [{ ...samples.ordinary.items[0]!, figures: [enrolmentsWithheld] }],
    });
    expect(agenda).toContain('visas inte (skulle avslöja en annan uppgift)');
  });

  it('follows the threshold of the definition in both languages', () => {
    const few = { ...withheld, hiddenBelow: 7, hidden: { women: 'few', men: 'few', total: 'few', unsplit: '' } } as const;
    expect(figures(few)).toContain('Visas inte (färre än 7)');
    const english = JSON.stringify(
      fill(
        'indicators',
        { forum: 'Hubben', figures: [few], about: [], maySet: '', mayNote: '', mayTakeBack: '', refreshes: true },
        { key: 'x', language: 'en' },
      ),
    );
    expect(english).toContain('Not shown (fewer than 7)');
  });

  it('shows a real zero as zero', () => {
    expect(figures({ ...participation, measure: 'count', women: 0, men: 0, total: 0 })).toContain('0');
  });

  it('warns when few observations stand behind a share', () => {
    expect(figures(withinAWeek)).toContain('Få observationer: läs andelen med försiktighet.');
  });
});

describe('the secretary', () => {
  const { samples } = cards.secretary;

  it('is explained in facts, with those passed over and who comes next', () => {
    const shown = said('secretary', samples.ordinary);
    expect(shown).toContain('Det är Saras tur: AF Järva har väntat längst, hade turen senast 2 februari 2027.');
    expect(shown).toContain('Sara skrev senast 15 september 2026.');
    expect(shown.join('')).toContain('Lina Berg, AF Järva: frånvarande');
    expect(shown.join('')).toContain('Tisdag 30 mars 2027: Per Holm, Intro Stockholm');
  });

  it('cites the agreement for the duty, and calls the way it goes round our choice', () => {
    const shown = said('secretary', samples.ordinary).join('\n');
    expect(shown).toContain('avsnitt 1.8: ”Sekreteraruppgiften ska ambulera.”');
    expect(shown).toContain('vårt val');
  });

  it('gets a genitive that Swedish has', () => {
    expect(said('secretary', samples['convener stands in']).join()).toContain('Det är Lars tur:');
  });

  it('is asked once: who has answered has no Okej left', () => {
    expect(buttons('turn', cards.turn.samples.ordinary)).toEqual(['Okej', 'Jag kan inte', 'Varför jag?']);
    expect(buttons('turn', cards.turn.samples.away!)).toEqual(['Byt', 'Okej', 'Jag kan inte']);
    expect(buttons('turn', cards.turn.samples.accepted!)).toEqual(['Jag kan inte', 'Byt', 'Varför jag?']);
    expect(buttons('turn', cards.turn.samples.asking!)).toEqual(['Ångra bytet', 'Varför jag?']);
    expect(buttons('turn', cards.turn.samples.declined!)).toEqual([]);
    // When the meeting has begun there is nothing to answer.
    expect(buttons('turn', cards.turn.samples.begun!)).toEqual(['Varför jag?']);
    expect(buttons('turn', cards.turn.samples['swapped and begun']!)).toEqual([]);
  });
});

describe('the minutes while the meeting is on', () => {
  const { samples } = cards.minutes;

  it('say what comes back and what does not before the meeting is closed', () => {
    const shown = said('minutes', samples.last);
    expect(shown).toContain('– Uteblivna besök (bordlagd: Vi väntar på siffrorna.)');
    expect(shown.indexOf('Tas inte upp igen')).toBeLessThan(shown.indexOf('Avsluta mötet'));
    expect(shown.indexOf('– Hur gör vi när tolken uteblir?')).toBeLessThan(shown.indexOf('Avsluta mötet'));
  });

  it('call an outcome what the mandate allows', () => {
    expect(buttons('minutes', samples.ordinary)).toContain('Överenskommet');
    expect(buttons('minutes', samples.last)).toContain('Beslut');
  });

  it('have closing as their main act when the last item is up', () => {
    expect(buttons('minutes', samples.ordinary)).toContain('Nästa punkt');
    expect(buttons('minutes', samples.last)).not.toContain('Nästa punkt');
  });

  it('keep the lines of a note apart', () => {
    const [first, ...others] = samples.ordinary.items;
    const shown = said('minutes', { ...samples.ordinary, items: [{ ...first!, notes: ['Rad ett\n\nRad två'] }, ...others] });
    expect(shown).toContain('Rad ett');
    expect(shown).toContain('Rad två');
  });
});

describe('approval', () => {
  const { samples } = cards.approval;

  it('tells what it makes of the text before the click', () => {
    expect(said('approval', samples.ordinary)).toContain(
      'När du godkänner blir anteckningarna allmän handling hos de deltagande myndigheterna: Arbetsförmedlingen och Stockholms stad, socialnämnden.',
    );
    expect(buttons('approval', samples.ordinary)).toEqual(['Godkänn', 'Ändra']);
  });

  it('is offered only to those who may, and only once', () => {
    expect(buttons('approval', samples['for members'])).toEqual(['Kommentera']);
    expect(buttons('approval', samples.approved)).toEqual([]);
    expect(buttons('approval', samples.filed)).toEqual(['Öppna igen', 'Diarienummer', 'Öppna mötesanteckningarna']);
    const others = { ...samples.filed!, mayApprove: false, mayRegister: false };
    expect(buttons('approval', others)).toEqual(['Öppna mötesanteckningarna']);
  });

  it('says who approved and when', () => {
    expect(said('approval', samples.filed)).toContain('✔ Godkända av Sara Nyström 24 mars 2027 kl.\u00a010.12');
  });
});

describe('a message', () => {
  const { samples } = cards.message;
  const button = (title: string, dialog: boolean) => ({ title, verb: 'propose', data: { meeting: 'm' }, dialog, primary: false });

  it('keeps its buttons in the order they were given', () => {
    const view = { ...samples.ordinary, buttons: [button('Lyft', true), button('Ta bort', false), button('Ändra', true)] };
    expect(buttons('message', view)).toEqual(['Lyft', 'Ta bort', 'Ändra']);
  });

  it('decides itself which dialog a button opens', () => {
    const [action] = fill('message', samples.hostile).card.actions as { data: Record<string, unknown> }[];
    expect(action?.data).toMatchObject({ dialog: 'propose', msteams: { type: 'task/fetch' } });
  });
});

describe('a dialog', () => {
  it('shows what was wrong above the fields, and keeps what was typed', () => {
    const shown = said('dialog-propose', cards['dialog-propose'].samples.refused!);
    expect(shown.findIndex((text) => text.startsWith('⚠ Texten ser ut'))).toBeLessThan(shown.indexOf('Rubrik'));
    expect(shown).toContain('Anna behöver tolk');
  });

  it('asks when a late item should be taken up, and only then', () => {
    expect(said('dialog-propose', cards['dialog-propose'].samples.late!)).toContain('På det här mötet, under Övrigt');
    expect(said('dialog-propose', cards['dialog-propose'].samples.ordinary)).not.toContain('På det här mötet, under Övrigt');
    expect(said('dialog-propose', cards['dialog-propose'].samples['changed late']!)).not.toContain(
      'På det här mötet, under Övrigt',
    );
  });

  it('asks for a person and a date only for an action', () => {
    expect(said('dialog-note', cards['dialog-note'].samples.ordinary)).toContain('Ansvarig');
    expect(said('dialog-note', cards['dialog-note'].samples.decision!)).not.toContain('Ansvarig');
  });

  it('sends back one field per unit and per text', () => {
    expect(ids('dialog-attendance', cards['dialog-attendance'].samples.ordinary)).toEqual([
      'unit_af-jarva',
      'substitute_af-jarva',
      'unit_intro',
      'substitute_intro',
      'substitute_cso',
    ]);
    expect(ids('dialog-edit', cards['dialog-edit'].samples.ordinary)).toEqual([
      'field_notes-1',
      'field_outcome-14',
      'field_action-3',
    ]);
  });
});

/** Every text on the card, in order. */
function said(name: string, view: unknown): string[] {
  const { body, actions } = fill(name, view).card;
  return collect([body, actions], (node) =>
    ['text', 'label', 'title', 'value'].map((key) => node[key]).filter((value) => typeof value === 'string'),
  );
}

function buttons(name: string, view: unknown): string[] {
  return collect(fill(name, view).card, (node) =>
    /^Action\./.test(String(node['type'])) && node['mode'] !== 'secondary' ? [String(node['title'])] : [],
  );
}

function ids(name: string, view: unknown): string[] {
  return collect(fill(name, view).card, (node) => (/^Input\./.test(String(node['type'])) ? [String(node['id'])] : []));
}

function collect(value: unknown, from: (node: Record<string, unknown>) => string[]): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((each) => collect(each, from));
  return [...from(value as Record<string, unknown>), ...Object.values(value).flatMap((each) => collect(each, from))];
}
