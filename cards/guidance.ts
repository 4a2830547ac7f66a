import { z } from 'zod';
import type { Card } from './card.ts';
import { count, paragraphs, text } from './fields.ts';
import template from './guidance.json' with { type: 'json' };
import { hostile, long, longWord, meeting } from './samples.ts';
import type { Words } from './words.ts';

const origin = { source: text, choice: text };
const lines = z.array(text);

const schema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fact-card'),
    name: text,
    group: text,
    about: text,
    laws: lines,
    mission: lines,
    responsibility: lines,
    execution: lines,
    ...origin,
  }),
  z.strictObject({
    kind: z.literal('fact-cards'),
    missed: text,
    groups: z.array(z.strictObject({ name: text, about: text, cards: lines })),
    without: z.array(z.strictObject({ name: text, list: text })),
  }),
  z.strictObject({ kind: z.literal('no-fact-card'), name: text, list: text }),
  z.strictObject({ kind: z.literal('route'), name: text, steps: z.array(z.strictObject({ text, ...origin })) }),
  z.strictObject({ kind: z.literal('routes'), missed: text, names: lines }),
  z.strictObject({ kind: z.literal('rung'), meeting: text, at: count, of: count, name: text, text, ...origin }),
  z.strictObject({ kind: z.literal('ladder-end'), answered: text, meeting: text }),
]);

type GuidanceView = z.infer<typeof schema>;

interface Shown {
  /** Ours, in words; what the sources call it is the name. */
  title: string;
  name?: string;
  above?: string;
  lead: string;
  sections: { heading: string; lines: { text: string; by: string }[] }[];
  presses?: { title: string; verb: string; style: string; data: { at: string; meeting: string } }[];
  dialogs?: { title: string; data: { msteams: { type: string }; dialog: string; meeting: string } }[];
}

const line = (text: string, by = '') => ({ text, by });

function show(view: GuidanceView, { guidance: say, propose }: Words): Shown {
  const by = ({ source, choice }: { source: string; choice: string }) => (source ? say.source(source) : say.choice(choice));
  switch (view.kind) {
    case 'fact-card': {
      const section = (heading: string, texts: readonly string[]) => ({ heading, lines: texts.map((one) => line(one)) });
      const parts = [
        section(say.mission, view.mission),
        section(say.responsibility, view.responsibility),
        section(say.execution, view.execution),
        section(say.laws, view.laws),
        { heading: say.from, lines: [line(by(view))] },
      ];
      return {
        title: say.factCard,
        name: view.name,
        above: `${view.group}: ${view.about}`,
        lead: '',
        sections: parts.filter((part) => part.lines.length > 0),
      };
    }
    case 'fact-cards':
      return {
        title: say.factCards,
        lead: view.missed ? say.noSuchFactCard(view.missed) : say.writeFactCard,
        sections: [
          ...view.groups
            .filter((group) => group.cards.length > 0)
            .map((group) => ({
              heading: `${group.name}: ${group.about}`,
              lines: group.cards.map((one) => line(one)),
            })),
          ...(view.without.length > 0
            ? [{ heading: say.without, lines: view.without.map((one) => line(one.name, one.list)) }]
            : []),
        ],
      };
    case 'no-fact-card':
      return { title: say.factCard, name: view.name, above: view.list, lead: say.hasNone, sections: [] };
    case 'route':
      return {
        title: say.route,
        name: view.name,
        lead: '',
        sections: [{ heading: '', lines: view.steps.map((step) => line(step.text, by(step))) }],
      };
    case 'routes':
      return {
        title: say.routes,
        lead: view.missed ? say.noSuchRoute(view.missed) : say.writeRoute,
        sections: [{ heading: '', lines: view.names.map((one) => line(one)) }],
      };
    case 'rung': {
      const data = { at: String(view.at), meeting: view.meeting };
      return {
        title: say.rung(view.at + 1, view.of),
        name: view.name,
        lead: say.ask,
        sections: [{ heading: '', lines: [line(view.text, by(view))] }],
        presses: [
          { title: say.answered, verb: 'ladder_answered', style: 'positive', data },
          { title: say.notAnswered, verb: 'ladder_next', style: 'default', data },
        ],
      };
    }
    case 'ladder-end':
      if (view.answered) return { title: say.found, name: view.answered, lead: say.foundLead, sections: [] };
      return {
        title: say.ended,
        lead: view.meeting ? say.endedLead : say.endedNowhere,
        sections: [],
        dialogs: view.meeting
          ? [{ title: propose, data: { msteams: { type: 'task/fetch' }, dialog: 'propose', meeting: view.meeting } }]
          : [],
      };
  }
}

const present: Card<GuidanceView>['present'] = (view, words) => {
  const { title, name = '', above = '', lead, sections, presses = [], dialogs = [] } = show(view, words);
  return {
    summary: words.guidance.summary(title, name),
    title,
    name: paragraphs(name),
    above: paragraphs(above),
    lead: paragraphs(lead),
    sections: sections.map((section) => ({
      heading: paragraphs(section.heading),
      lines: section.lines.map((one) => ({ text: one.text, by: paragraphs(one.by) })),
    })),
    presses,
    dialogs,
  };
};

const krami: GuidanceView = {
  kind: 'fact-card',
  name: 'Krami',
  group: 'Behovsprövade insatser',
  about: 'Utan särskilt uppdrag eller ansvar',
  laws: [],
  mission: ['Krami är en samverkan mellan Arbetsförmedlingen, Kriminalvården och berörd kommun.'],
  responsibility: ['Samarbetet skall omfatta individer som är aktuella vid Kriminalvården.'],
  execution: ['Arbetsförmedlingen bedriver denna verksamhet i 15 kommuner.'],
  source: 'P, faktakortet',
  choice: '',
};
const rung: GuidanceView = {
  kind: 'rung',
  meeting: meeting.meeting,
  at: 1,
  of: 7,
  name: 'Digital överföring med SSBTEK eller AFLI',
  text: 'All informationsutlämning som är möjlig ska ske via digitalinformationsöverföring som SSBTK/AFLI.',
  source: 'P, faktakortet Samråd ekonomiskt bistånd',
  choice: '',
};
const route: GuidanceView = {
  kind: 'route',
  name: 'Skicka ett läkarintyg',
  steps: [
    {
      text: 'När arbetssökande är sjukskriven i mer än 7 dagar och deltar i program, skickas läkarintyg till Arbetsförmedlingen, FE 8050, 107 67 Stockholm',
      source: 'N 1.5',
      choice: '',
    },
    {
      text: 'Skriv inte handläggarens namn på kuvertet.',
      source: '',
      choice: 'N 1.5 säger det om samtycken; adressen är densamma',
    },
  ],
};
const all: GuidanceView = {
  kind: 'fact-cards',
  missed: '',
  groups: [
    {
      name: 'Grundläggande insatser',
      about: 'Insatser som ska utföras enligt lagar och förordningar',
      cards: ['Samråd ekonomiskt bistånd', 'Skolsamverkan'],
    },
    { name: 'Behovsprövade insatser', about: 'Utan särskilt uppdrag eller ansvar', cards: ['Krami'] },
  ],
  without: [{ name: 'Övergångar till studier i komvux', list: 'Samverkan vid behov' }],
};

export const guidance: Card<GuidanceView> = {
  template,
  schema,
  present,
  samples: {
    ordinary: krami,
    empty: { kind: 'fact-cards', missed: '', groups: [], without: [] },
    longest: {
      ...krami,
      name: `${longWord} ${long(80)}`,
      laws: Array.from({ length: 4 }, () => long(120)),
      mission: Array.from({ length: 6 }, () => long(400)),
      responsibility: Array.from({ length: 8 }, () => `${longWord} ${long(400)}`),
      execution: Array.from({ length: 6 }, () => long(400)),
    },
    hostile: { ...krami, name: hostile, group: hostile, laws: [hostile], mission: [hostile], source: hostile },
    'all fact cards': all,
    'a word that fits none': { ...all, missed: 'bostad' },
    'a form without one': { kind: 'no-fact-card', name: 'Övergångar till studier i komvux', list: 'Samverkan vid behov' },
    route,
    routes: { kind: 'routes', missed: 'bostad', names: ['Skicka ett skriftligt samtycke', 'Skicka ett läkarintyg'] },
    rung,
    'an answer found': { kind: 'ladder-end', answered: 'Myndighetslinjen', meeting: '' },
    'no answer': { kind: 'ladder-end', answered: '', meeting: meeting.meeting },
  },
};
