import { z } from 'zod';
import type { Card } from './card.ts';
import { text } from './fields.ts';
import template from './help.json' with { type: 'json' };
import { forum, hostile, long, longWord } from './samples.ts';

const schema = z.strictObject({ forum: text, commands: z.array(z.strictObject({ say: text, does: text })) });

type HelpView = z.infer<typeof schema>;

const present: Card<HelpView>['present'] = (view, { help: say }) => ({
  summary: say.summary(view.forum),
  forum: view.forum,
  empty: view.commands.length === 0,
  commands: view.commands,
  text: say.labels,
});

export const help: Card<HelpView> = {
  template,
  schema,
  present,
  samples: {
    ordinary: {
      forum,
      commands: [
        { say: 'nästa möte', does: 'När ni ses, vem som skriver och hur många punkter som står på dagordningen.' },
        { say: 'dagordning', does: 'Dagordningen som den är nu, med siffror.' },
        { say: 'föreslå Hur gör vi när tolken uteblir?', does: 'Sätter upp en punkt på nästa dagordning.' },
        { say: 'indikatorer', does: 'Siffrorna som följs upp här, för kvinnor, män och totalt.' },
        { say: 'vem är sekreterare', does: 'Vem som skriver nästa gång, och varför.' },
      ],
    },
    empty: { forum, commands: [] },
    longest: {
      forum: `${forum} ${longWord}`,
      commands: Array.from({ length: 30 }, () => ({ say: `${longWord} ${long(60)}`, does: long(200) })),
    },
    hostile: { forum: hostile, commands: [{ say: hostile, does: hostile }] },
  },
};
