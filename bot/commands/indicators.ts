import { aboutIndicator, indicatorsCalled } from '../../src/flows/about-indicator.ts';
import { message, view } from '../../src/flows/cards.ts';
import type { Command } from '../commands.ts';
import type { Turn } from '../turn.ts';

export async function showIndicators({ product, forum }: Turn) {
  const figures = await product.figures.look(forum);
  return view('indicators', { forum: forum.name, figures: [...figures.values()], about: [] });
}

export const indikatorer: Command = {
  say: ['indikatorer', 'siffror', 'statistik'],
  does: 'Visar forumets indikatorer för kvinnor, män och totalt',
  example: 'indikatorer',
  writes: false,
  run: (turn) => showIndicators(turn),
};

export const indikator: Command = {
  say: ['indikator'],
  does: 'Visar en indikator: siffror, utveckling, mål, effekt och vad källorna säger',
  example: 'indikator deltagande',
  writes: false,
  async run({ product, forum }, rest) {
    const { agreement, figures } = product;
    const names = (all: readonly { name: string }[]) => all.map((one) => one.name).join(' · ');
    const [found, ...more] = indicatorsCalled(agreement, rest);
    if (!found) return message(`Jag hittar ingen indikator med det namnet. De som finns: ${names(agreement.indicators)}.`);
    if (more.length > 0) return message(`Flera indikatorer stämmer. Skriv hela namnet på en: ${names([found, ...more])}.`);
    const shown = found.state === 'live' ? [...(await figures.lookAt([found.id])).values()] : [];
    const name = found.state === 'live' ? forum.name : found.name;
    return view('indicators', { forum: name, figures: shown, about: aboutIndicator(agreement, found) });
  },
};
