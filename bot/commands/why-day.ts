import type { Forum } from '../../src/domain/agreement.ts';
import { longDate, parseDate } from '../../src/domain/swedish.ts';
import { message, view } from '../../src/flows/cards.ts';
import { onDay, soonest, whyDayView } from '../../src/flows/why-day.ts';
import type { Command } from '../commands.ts';
import type { Answer, Turn } from '../turn.ts';

const plain = (text: string): string => text.toLocaleLowerCase('sv').normalize('NFC').trim();

/** In one's own chat one may name one of one's own forums: "varför sektionschefsmötet den 30 mars". */
function named({ product, forum, actor, personal }: Turn, said: string): { forum: Forum; rest: string } {
  const own = product.agreement.forums.filter((one) => personal && actor.person.forums.includes(one.id));
  for (const one of own) {
    const name = [one.called, one.name, one.id].map(plain).find((name) => said.startsWith(name));
    if (name !== undefined) return { forum: one, rest: said.slice(name.length).trim() };
  }
  return { forum, rest: said };
}

/** The days a text can mean, the nearest first: without a year there is one ahead and one behind. */
function daysMeant(text: string, today: Temporal.PlainDate): Temporal.PlainDate[] {
  const ahead = parseDate(text, today);
  const behind = /\d/.test(text) ? parseDate(text, today.subtract({ years: 1 })) : ahead;
  if (!ahead || !behind) return [];
  if (ahead.equals(behind)) return [ahead];
  return today.until(ahead).days <= behind.until(today).days ? [ahead, behind] : [behind, ahead];
}

async function whyOn({ product, actor }: Turn, forum: Forum, days: readonly Temporal.PlainDate[]): Promise<Answer> {
  const today = product.clock.now().toPlainDate();
  return product.store.read(async (reader) => {
    const found = await Promise.all(days.map((day) => onDay(reader, forum, day, today)));
    for (const one of found)
      if (one.kind === 'meeting') return view('why-day', await whyDayView(product, reader, actor, forum, one.meant));
    const day = longDate(days[0]!.toString());
    const rest = found.find((one) => one.kind === 'rests');
    const detail = 'Skriv "plan" för att se mötena framåt.';
    return rest
      ? message(`${day} är det inget möte: då är det uppehåll (${rest.pause}).`, { detail })
      : message(`${day} är det inget möte i ${forum.name}.`, { detail });
  });
}

async function whyNext({ product, actor }: Turn, forum: Forum): Promise<Answer> {
  return product.store.read(async (reader) => {
    const meant = await soonest(product, reader, forum);
    if (!meant) return message('Det finns inget planerat möte. Kontrollera rytmen i överenskommelsens fil.');
    return view('why-day', await whyDayView(product, reader, actor, forum, meant));
  });
}

/** Why a meeting lies where it lies: the next one, or the one on a day that is named. */
export const varforDenDagen: Command = {
  say: ['varför den dagen', 'varfor den dagen', 'varför den tiden', 'varför den', 'varfor den'],
  does: 'Förklarar varför nästa möte, eller mötet en viss dag, ligger där det ligger',
  example: 'varför den dagen? eller varför den 16 mars?',
  writes: false,
  async run(turn, text) {
    const { forum, rest } = named(turn, plain(text).replace(/[?!.]+$/, ''));
    if (forum.rhythm.kind !== 'every') return message('Forumet har inga egna datum i överenskommelsen.');
    const days = daysMeant(rest, turn.product.clock.now().toPlainDate());
    if (days.length > 0) return whyOn(turn, forum, days);
    if (/\d/.test(rest)) return message('Jag förstod inte vilken dag du menar. Skriv till exempel "varför den 16 mars".');
    return whyNext(turn, forum);
  },
};
