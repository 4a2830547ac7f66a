import { mayIn } from '../../src/domain/rights.ts';
import { message } from '../../src/flows/cards.ts';
import { toComment } from '../../src/flows/meetings.ts';
import type { Command } from '../commands.ts';
import { refusals } from '../sentences.ts';

const EXAMPLE = 'Till exempel: justera 3';

export const justera: Command = {
  say: ['justera', 'omedelbar justering'],
  does: 'Justerar en punkt omedelbart, innan anteckningarna godkänns',
  example: 'justera 3',
  writes: false,
  async run({ product, forum, actor }, rest) {
    const meeting = await product.store.read((reader) => toComment(reader, forum.id));
    if (!meeting) return message('Inget möte pågår nu och inget utkast väntar, så det finns ingen punkt att justera.');
    if (!mayIn(product.agreement, actor.person, 'keep-minutes', meeting)) return message(refusals['not-secretary']);
    const number = Number(/^(?:punkt\s+)?(\d{1,2})\.?$/i.exec(rest)?.[1]);
    const item = meeting.items[number - 1];
    if (!item)
      return message('Vilken punkt ska justeras? Välj den, eller skriv dess nummer.', {
        detail: EXAMPLE,
        buttons: [{ title: 'Välj punkt', verb: 'adjust', data: { meeting: meeting.id }, dialog: true, primary: true }],
      });
    return message(`Punkt ${number}: ${item.title}`, {
      detail:
        'Läs punkten som den står i anteckningarna. Det du justerar går inte att ändra i utkastet, och ett utdrag sparas på en gång.',
      buttons: [
        { title: 'Läs och justera', verb: 'read', data: { meeting: meeting.id, item: item.id }, dialog: true, primary: true },
      ],
    });
  },
};
