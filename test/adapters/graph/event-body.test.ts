import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ourPart, withOurPart } from '../../../src/adapters/graph/event-body.ts';

const part = ourPart({ paragraphs: ['Mötet är på tisdag.', 'Två\nrader'], agendaUrl: 'https://x.example/a?b=1&c="2"' });
const blob = '<div class="me-email-text"><div>___</div><a href="https://teams.example/l/meetup-join/1">Anslut</a></div>';
const page = (inside: string) => `<html><head><meta charset="utf-8"></head>\r\n<body lang="SV">\r\n${inside}\r\n</body></html>`;

describe('what an invitation says', () => {
  it('is paragraphs and a link, and nothing anybody writes becomes HTML', () => {
    expect(part).toBe(
      '<div id="samverkan"><p>Mötet är på tisdag.</p><p>Två<br>rader</p>' +
        '<p><a href="https://x.example/a?b=1&amp;c=&quot;2&quot;">Dagordning</a></p></div>',
    );
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (paragraphs) => {
        const tags = [...ourPart({ paragraphs, agendaUrl: '' }).matchAll(/<\/?(\w+)/g)].map(([, name]) => name);
        expect(tags.every((name) => ['div', 'p', 'br'].includes(name ?? ''))).toBe(true);
      }),
    );
  });

  it.each(['', 'javascript:alert(1)', 'x.example/a', ' https://x.example'])('has no link to "%s"', (agendaUrl) => {
    expect(ourPart({ paragraphs: [], agendaUrl })).toBe('<div id="samverkan"></div>');
  });
});

describe('our part of a body', () => {
  it('is put in place of the one before, and everything else stays as it is', () => {
    const before = page(`<p>Överst</p>${ourPart({ paragraphs: ['Förut'], agendaUrl: '' })}<p>Nederst</p>${blob}`);
    expect(withOurPart(before, part)).toBe(page(`<p>Överst</p>${part}<p>Nederst</p>${blob}`));
  });

  it('is found with what Outlook has put into it, divisions too', () => {
    const handled = '<div id="x_samverkan" style="margin:0"><div class="MsoNormal">Förut<div>inuti</div></div></div>';
    expect(withOurPart(page(handled + blob), part)).toBe(page(part + blob));
    expect(withOurPart(page(`<div id=samverkan>Förut</div>${blob}`), part)).toBe(page(part + blob));
    expect(withOurPart(page(`<div id="samverkan-annat">Förut</div>${blob}`), part)).toContain('samverkan-annat');
  });

  it('is left alone when people would read nothing new, however Exchange has written it', () => {
    const rewritten = page(
      '<div id="samverkan">\r\n<p class="MsoNormal">M&ouml;tet &auml;r&nbsp;p&#229; tisdag.</p>\r\n<p>Tv&#xe5;<br>\r\nrader</p>' +
        `<p><a target="_blank" href="https://x.example/a?b=1&amp;c=&quot;2&quot;"><span>Dagordning</span></a></p></div>${blob}`,
    );
    expect(withOurPart(rewritten, part)).toBe(rewritten);
    const elsewhere = rewritten.replace('x.example/a', 'x.example/b');
    expect(withOurPart(elsewhere, part)).toBe(page(part + blob));
  });

  it('stands first where our mark is lost, and nothing is taken away', () => {
    expect(withOurPart(page(`<p>Förut</p>${blob}`), part)).toBe(
      page(`<p>Förut</p>${blob}`).replace('\r\n<p>Förut', `${part}\r\n<p>Förut`),
    );
    expect(withOurPart(blob, part)).toBe(part + blob);
    expect(withOurPart('', part)).toBe(part);
    expect(withOurPart(`<div id="samverkan"><p>aldrig slut${blob}`, part)).toContain(blob);
  });

  it('stands first where the link has come into it, so that the link stays', () => {
    const drawnIn = page(`<div id="samverkan"><p>Förut</p>${blob}</div>`);
    const after = withOurPart(drawnIn, part, 'https://teams.example/l/meetup-join/1');
    expect(after).toContain(blob);
    expect(after).toContain(part);
  });

  it('is not put in again where our mark is lost and the words stand there', () => {
    const unmarked = page(`${part.replace(' id="samverkan"', '')}${blob}`);
    expect(withOurPart(unmarked, part)).toBe(unmarked);
  });

  it('never costs the meeting its link, and twice is as once', () => {
    const paragraph = fc.string({ unit: 'grapheme', maxLength: 30 });
    const said = fc.record({
      paragraphs: fc.array(paragraph, { maxLength: 4 }),
      agendaUrl: fc.constantFrom('', 'https://x.example/$&'),
    });
    fc.assert(
      fc.property(said, said, (first, second) => {
        const before = page(ourPart(first) + blob);
        const after = withOurPart(before, ourPart(second));
        expect(after.match(/me-email-text/g)).toHaveLength(1);
        expect(after).toContain(blob);
        expect(after.match(/id="samverkan"/g)).toHaveLength(1);
        expect(withOurPart(after, ourPart(second))).toBe(after);
      }),
    );
  });
});
