import type { Indicator } from '../../src/domain/indicator.ts';
import { aboutIndicator, indicatorsCalled } from '../../src/flows/about-indicator.ts';
import { message, view } from '../../src/flows/cards.ts';
import type { Fresh } from '../../src/flows/figure-sources.ts';
import { settableBy, takeableNow } from '../../src/flows/set-target.ts';
import { notableBy } from '../../src/flows/write-note.ts';
import type { Command } from '../commands.ts';
import type { Turn } from '../turn.ts';

export async function showIndicators({ product, forum }: Turn, fresh: Fresh) {
  const figures = await product.figures.look(forum, fresh);
  return view('indicators', {
    forum: forum.name,
    figures: [...figures.values()],
    about: [],
    maySet: '',
    mayNote: '',
    mayTakeBack: '',
    refreshes: true,
  });
}

/** One indicator, and what the one who asked may do with it. */
export async function showIndicator({ product, forum, actor }: Turn, indicator: Indicator) {
  const { agreement, figures, store, clock } = product;
  const isLive = indicator.state === 'live';
  const shown = isLive ? [...(await figures.lookAt([indicator.id], 'lately')).values()] : [];
  const [set, back] = await store.read(async (reader) => [await reader.targets(), await takeableNow(product, reader, indicator)]);
  const its = (mine: readonly Indicator[]) => (mine.includes(indicator) ? indicator.id : '');
  return view('indicators', {
    forum: isLive ? forum.name : indicator.name,
    figures: shown,
    about: aboutIndicator(agreement, indicator, set, clock.now().toPlainDate()),
    maySet: its(settableBy(product, actor.person)),
    mayNote: its(notableBy(product, actor.person)),
    mayTakeBack: back.length > 0 ? its(settableBy(product, actor.person)) : '',
    refreshes: true,
  });
}

export const indikatorer: Command = {
  say: ['indikatorer', 'siffror', 'statistik'],
  does: 'Visar forumets indikatorer för kvinnor, män och totalt',
  example: 'indikatorer',
  writes: false,
  run: (turn) => showIndicators(turn, 'lately'),
};

export const indikator: Command = {
  say: ['indikator'],
  does: 'Visar en indikator: siffror, utveckling, mål, effekt och vad källorna säger',
  example: 'indikator deltagande',
  writes: false,
  async run(turn, rest) {
    const { agreement } = turn.product;
    const names = (all: readonly { name: string }[]) => all.map((one) => one.name).join(' · ');
    const [found, ...more] = indicatorsCalled(agreement, rest);
    if (!found) return message(`Jag hittar ingen indikator med det namnet. De som finns: ${names(agreement.indicators)}.`);
    if (more.length > 0) return message(`Flera indikatorer stämmer. Skriv hela namnet på en: ${names([found, ...more])}.`);
    return showIndicator(turn, found);
  },
};
