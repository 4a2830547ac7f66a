import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStudio } from '../../bot/tools/card-shot.ts';
import { cards } from '../../cards/cards.ts';
import { fill } from '../../cards/fill.ts';
import { type Language, words } from '../../cards/words.ts';
import { needs } from '../support/needs.ts';

const samples = Object.entries(cards).flatMap(([name, card]) =>
  Object.entries(card.samples).map(([sample, view]) => ({ name, sample, view })),
);

describe.skipIf(!needs('chromium'))('drawn by the official renderer', () => {
  let studio: Awaited<ReturnType<typeof openStudio>>;
  beforeAll(async () => {
    studio = await openStudio();
  });
  afterAll(() => studio.close());

  it.each(samples)(
    '$name, $sample has no text cut or squeezed in the side panel, on a phone or in a wide channel',
    async (each) => {
      for (const language of Object.keys(words) as Language[]) {
        const { card } = fill(each.name, each.view, { language });
        for (const width of [216, 328, 720])
          expect(await studio.problems(card, { theme: 'light', width, client: 'teams' }), `${width} px, ${language}`).toEqual([]);
        expect(await studio.problems(card, { theme: 'light', width: 328, client: 'fallback' }), 'old client').toEqual([]);
      }
    },
  );

  it('notices text that is cut', async () => {
    const body = [{ type: 'TextBlock', text: 'Mötesanteckningarna godkändes av sammankallande', wrap: false }];
    const card = { type: 'AdaptiveCard', version: '1.5', body };
    expect(await studio.problems(card, { theme: 'light', width: 216, client: 'teams' })).toEqual([
      expect.stringContaining('cut'),
    ]);
  });
});
