/** What filling a card costs: the template parsed once or every time, and the whole of `fill`. Processor time, in this process. */
import { Template } from 'adaptivecards-templating';
import { cards } from '../../cards/cards.ts';
import { fill } from '../../cards/fill.ts';
import { words } from '../../cards/words.ts';
import { median } from './client.ts';

function perRun(work: () => unknown, runs: number): number {
  for (let n = 0; n < runs / 2; n++) work();
  const rounds = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    for (let n = 0; n < runs; n++) work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / runs;
  });
  return Math.round(median(rounds));
}

export function measureCards(): { cached: number; parsed: number; fill: number } {
  const { template, samples, schema, present } = cards.agenda;
  const view = Object.values(samples)[0] as never;
  const data = { $root: present(schema.parse(view), words.sv, 'full') };
  const once = new Template(template);
  return {
    cached: perRun(() => once.expand(data as never), 200),
    parsed: perRun(() => new Template(template).expand(data as never), 60),
    fill: perRun(() => fill('agenda', view, { key: 'agenda/x' }), 200),
  };
}
