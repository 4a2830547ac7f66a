import path from 'node:path';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { yearPicture } from '../../bot/tools/year-picture.ts';
import { loadAgreement } from '../../src/agreements/load.ts';
import type { Agreement } from '../../src/domain/agreement.ts';
import { yearPlan } from '../../src/domain/year-plan.ts';
import { needs, root } from '../support/needs.ts';

const loaded = loadAgreement(path.join(root, 'src/agreements/stockholm/bilaga-nyanlanda.yaml'));
if (!loaded.ok) throw new Error('faults');
const stockholm = loaded.agreement;
const [from, to] = ['2027-01-01', '2027-12-31'].map((one) => Temporal.PlainDate.from(one)) as [
  Temporal.PlainDate,
  Temporal.PlainDate,
];

function drawn(agreement: Agreement, first = from, last = to, only?: string) {
  const year = yearPlan(agreement, first, last, only);
  const svg = yearPicture(agreement, year, first, last, only);
  return { year, svg, texts: [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((one) => one[1]!) };
}

/** With a meeting that has to leave Kristi himmelsfärdsdag. */
const moving: Agreement = {
  ...stockholm,
  forums: stockholm.forums.map((forum) =>
    forum.id === 'unit' && forum.rhythm.kind === 'every'
      ? { ...forum, rhythm: { ...forum.rhythm, anchor: '2027-05-06' } }
      : forum,
  ),
};

describe('the picture of the year', () => {
  it('has every meeting with its day, its hour and its rhythm in words', () => {
    const { year, svg, texts } = drawn(stockholm);
    for (const { start } of year.meetings)
      expect(svg).toContain(`${start.toPlainDate()} kl. ${start.toPlainTime().toString({ smallestUnit: 'minute' })}`);
    expect(texts).toContain('tisdagar kl. 13.00–14.00, varannan vecka');
    expect(texts).toContain('Mötesåret 2027');
    expect(texts.filter((one) => /^\d+$/.test(one)).length).toBeGreaterThan(year.meetings.length);
  });

  it('draws pauses and school holidays with their names, and its legend says what stops a meeting', () => {
    const { texts } = drawn(stockholm);
    for (const name of ['jullov', 'sportlov', 'påsklov', 'sommarlov', 'höstlov', 'Semesterperiod']) expect(texts).toContain(name);
    expect(texts).toContain('skollov, stoppar inget möte');
    expect(texts).toContain('uppehåll, inga möten');
    expect(drawn({ ...stockholm, notices: [] }).texts).not.toContain('skollov, stoppar inget möte');
  });

  it('says from which day a meeting was moved, and explains the sign only where it is used', () => {
    expect(drawn(moving).texts).toContain('från 6/5');
    expect(drawn(moving).texts.join()).toContain('flyttat; dagen det skulle ha varit');
    expect(drawn(stockholm).texts.join()).not.toContain('flyttat;');
  });

  it('shows a duty that comes once in its own year only', () => {
    const dated = (year: number) => drawn(stockholm, from.with({ year }), to.with({ year })).texts.join();
    expect(dated(2025)).toContain('Samarbeta mer på SharePoint');
    expect(dated(2027)).not.toContain('SharePoint');
  });

  it('draws one forum alone when it is asked for one', () => {
    const { texts } = drawn(stockholm, from, to, 'section');
    expect(texts.join()).toContain('Sektionschefer');
    expect(texts.join()).not.toMatch(/Kommunhubb|Årshjulet/);
  });

  it('escapes what a definition may hold', () => {
    const hostile = {
      ...stockholm,
      appendix: '<script>"&',
      forums: stockholm.forums.map((one) => ({ ...one, name: `<b>${one.name}` })),
    };
    const { svg } = drawn(hostile);
    expect(svg).not.toMatch(/<script|<b>/);
    expect(svg).toContain('&lt;script&gt;&quot;&amp;');
  });

  const withBrowser = needs('chromium') ? it : it.skip;
  withBrowser('has the shape of a sheet, and no text that is too small on A4, cut, or in the way of another', async () => {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage({ viewport: { width: 1587, height: 1123 } });
      for (const agreement of [stockholm, moving]) {
        await page.setContent(`<style>body{margin:0}</style>${drawn(agreement).svg}`);
        const boxes = await page.$$eval('text', (all) =>
          all.map((one) => {
            const { x, y, width, height } = (one as SVGTextElement).getBBox();
            return {
              text: one.textContent ?? '',
              x,
              y,
              right: x + width,
              bottom: y + height,
              size: Number(one.getAttribute('font-size')),
            };
          }),
        );
        const [width, height] = await page.$eval('svg', (one) => {
          const { width, height } = (one as SVGSVGElement).viewBox.baseVal;
          return [width, height] as const;
        });
        expect(width / height).toBeCloseTo(Math.SQRT2, 1);
        // A4 is 842 points wide: 12 units are 6.4 points.
        expect(boxes.filter(({ size }) => size < 12)).toEqual([]);
        expect(boxes.filter((one) => one.x < 0 || one.right > width || one.bottom > height)).toEqual([]);
        const overlapping = boxes.flatMap((a, n) =>
          boxes
            .slice(n + 1)
            .filter((b) => a.x < b.right - 1 && b.x < a.right - 1 && a.y + 3 < b.bottom - 3 && b.y + 3 < a.bottom - 3)
            .map((b) => `${a.text} / ${b.text}`),
        );
        expect(overlapping).toEqual([]);
      }
    } finally {
      await browser.close();
    }
  });
});
