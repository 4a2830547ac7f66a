import { indicatorsCalled } from '../../src/flows/about-indicator.ts';
import type { Command } from '../commands.ts';
import { showIndicator } from './indicators.ts';
import { varforDenDagen } from './why-day.ts';

/** "varför" and an indicator: its card, with what the units have written. With anything else: why a meeting lies on its day. */
export const varfor: Command = {
  say: ['varför', 'varfor'],
  does: 'Visar vad verksamheterna har skrivit om en indikator, och låter dig skriva för din enhet',
  example: 'varför deltagande',
  writes: false,
  async run(turn, rest) {
    const word = rest.replace(/[?!.]+$/, '').trim();
    const [one, ...more] = indicatorsCalled(turn.product.agreement, word);
    return one && more.length === 0 ? showIndicator(turn, one) : varforDenDagen.run(turn, rest);
  },
};
