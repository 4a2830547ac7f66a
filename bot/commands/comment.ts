import type { SafeText } from '../../src/domain/privacy.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { message } from '../../src/flows/cards.ts';
import { commentItem } from '../../src/flows/comment-item.ts';
import { toComment } from '../../src/flows/meetings.ts';
import type { Command } from '../commands.ts';
import { LONGEST_COMMENT } from '../dialogs/comment.ts';
import { refusals } from '../sentences.ts';
import { itemNumber } from './minutes.ts';

export const kommentera: Command = {
  say: ['kommentera'],
  does: 'Lämnar en kommentar till sekreteraren, under mötet eller på utkastet',
  example: 'kommentera 3 Det gäller också hos oss',
  writes: true,
  async run({ product, forum, actor, reply }, rest) {
    if (rest === '') return message(refusals.empty, { detail: 'Till exempel: kommentera 3 Det gäller också hos oss' });
    const meeting = await product.store.read((reader) => toComment(reader, forum.id));
    if (!meeting) return message(refusals['not-on']);
    const { number, text } = itemNumber(rest);
    const isDraft = meeting.stage.name === 'draft';
    if (isDraft && number === undefined)
      return message('Vilken punkt gäller det? Skriv numret först.', {
        detail: 'Till exempel: kommentera 3 Det gäller också hos oss',
      });
    if (text.length > LONGEST_COMMENT) return message(`Kommentaren får ha högst ${LONGEST_COMMENT} tecken. Korta den.`);
    const done = await commentItem(
      product,
      actor,
      meeting.id,
      { item: number, text: text as SafeText },
      {
        to: reply,
        say: (_meeting, at) =>
          message(
            `Din kommentar till punkt ${at}${isDraft ? ` på utkastet från ${longDate(meeting.start)}` : ''} är hos sekreteraren.`,
          ),
      },
    );
    return done.ok ? undefined : message(refusals[done.no]);
  },
};
