import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-lift.json' with { type: 'json' };
import { text } from './fields.ts';
import { forum, hostile, long, longWord } from './samples.ts';

const schema = z.strictObject({
  forum: text,
  how: z.enum(['raise', 'change', 'again']),
  question: text,
  meeting: text,
  item: text,
  items: z.array(z.strictObject({ id: text, title: text })),
  from: text,
  targets: z.array(z.strictObject({ id: text, name: text })),
  target: text,
  text,
  proposal: text,
  background: text,
  urgent: z.boolean(),
  error: text,
});

type LiftDialogView = z.infer<typeof schema>;

/** Sends back: from (an item, or ''), text, proposal, background, urgency ('normal' or 'urgent') and, where there is a choice, target. */
const present: Card<LiftDialogView>['present'] = (view, words) => {
  const { liftDialog: say, format } = words;
  const [only] = view.targets;
  return {
    summary: say.summary(view.forum),
    how: view.how,
    question: view.question,
    meeting: view.meeting,
    item: view.item,
    heading: say.heading[view.how],
    lead: only && view.targets.length === 1 ? say.goes(only.name) : view.forum,
    chooseItem: view.items.length > 0,
    items: [{ title: say.noItem, value: 'none' }, ...view.items.map(({ id, title }) => ({ title, value: id }))],
    from: view.from || 'none',
    choose: view.targets.length > 1,
    targets: view.targets.map(({ id, name }) => ({ title: format.capital(name), value: id })),
    target: view.target,
    text: view.text,
    proposal: view.proposal,
    background: view.background,
    urgency: view.urgent ? 'urgent' : 'normal',
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    noNames: words.noNames,
    submit: say.submit[view.how],
    labels: say.labels,
  };
};

const empty: LiftDialogView = {
  forum,
  how: 'raise',
  question: '',
  meeting: '',
  item: '',
  items: [],
  from: '',
  targets: [{ id: 'section', name: 'sektionschefsmötet' }],
  target: 'section',
  text: '',
  proposal: '',
  background: '',
  urgent: false,
  error: '',
};

export const dialogLift: Card<LiftDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary: {
      ...empty,
      text: 'Kan AF avsätta inskrivningstider på fredagar?',
      proposal: 'Ja, varannan fredag.',
      background: 'Fyra i veckan väntar mer än en vecka på en tid.',
    },
    empty,
    longest: {
      ...empty,
      how: 'again',
      question: '17',
      forum: `${forum} ${longWord}`,
      targets: [
        { id: 'section', name: `${longWord} ${long(60)}` },
        { id: 'steering', name: long(60) },
      ],
      text: long(200),
      proposal: long(1000),
      background: long(1000),
      urgent: true,
      error: long(200),
    },
    hostile: {
      ...empty,
      forum: hostile,
      meeting: hostile,
      item: hostile,
      items: [{ id: hostile, title: hostile }],
      question: hostile,
      targets: [{ id: hostile, name: hostile }],
      target: hostile,
      text: hostile,
      proposal: hostile,
      background: hostile,
      error: hostile,
    },
    'from a meeting': {
      ...empty,
      meeting: 'a-meeting',
      items: [
        { id: 'inskrivningar', title: '1. Hur inskrivningarna har fungerat' },
        { id: 'uteblivna', title: '2. Uteblivna besök' },
      ],
      from: 'uteblivna',
    },
    changed: { ...empty, how: 'change', question: '3', targets: [], text: 'Kan vi få fredagstider?' },
  },
};
