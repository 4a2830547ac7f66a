import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/adapters/documents/check-accessibility.ts';
import { wordDocuments } from '../../../src/adapters/documents/word.ts';
import { changed } from './docx.ts';
import { agenda, empty, longest, minutes } from './samples.ts';

const documents = wordDocuments();
const docx = documents.write(minutes);

describe('a document we file', () => {
  it.each([
    ['an agenda', agenda],
    ['minutes', minutes],
    ['approved minutes', { ...minutes, banner: '' }],
    ['an empty agenda', empty.dagordning],
    ['empty minutes', empty.mötesanteckningar],
    ['the longest agenda', longest('dagordning')],
    ['the longest minutes', longest('mötesanteckningar')],
  ])('has no fault: %s', (_, text) => {
    expect(checkDocument(documents.write(text))).toEqual([]);
  });
});

describe('the check finds', () => {
  const document = 'word/document.xml';
  const paragraph = (style: string, text: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const atEnd = (xml: string) => changed(docx, document, /(?=<w:sectPr)/, xml);
  const relation = (attributes: string) =>
    changed(docx, 'word/_rels/document.xml.rels', '</Relationships>', `<Relationship Id="x" ${attributes}/></Relationships>`);
  const cell = (properties: string, text: string) =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;

  it.each([
    ['a missing title', changed(docx, 'docProps/core.xml', /<dc:title>.*?<\/dc:title>/, '<dc:title> </dc:title>'), 'no title'],
    ['a document without a visible title', changed(docx, document, '"Title"', '"Normal"'), '0 paragraphs in the style Title'],
    ['another language', changed(docx, 'word/styles.xml', '"sv-SE"', '"en-US"'), 'not sv-SE'],
    ['a run in another language', changed(docx, document, '<w:rPr>', '<w:rPr><w:lang w:val="en-GB"/>'), 'text marked as en-GB'],
    ['headings in the wrong order', changed(docx, document, '"Heading1"', '"Heading2"'), 'is on level 2 after level 0'],
    ['a heading one level too deep', changed(docx, document, /"Heading2"/, '"Heading3"'), 'is on level 3 after level 1'],
    [
      'a heading style without a level',
      changed(docx, 'word/styles.xml', '<w:outlineLvl w:val="1"/>', ''),
      'heading 2 has no outline level',
    ],
    ['an empty heading', changed(docx, document, '>Åtgärder<', '><'), 'an empty heading on level 1'],
    ['empty paragraphs as spacing', atEnd('<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>'), '2 empty paragraphs'],
    [
      'a table without a header row',
      changed(docx, document, '<w:tblHeader/>', ''),
      'Enhet | Närvarande | Anmärkning" has no header row',
    ],
    [
      'a header row that is switched off',
      changed(docx, document, '<w:tblHeader/>', '<w:tblHeader w:val="false"/>'),
      'has no header row',
    ],
    ['an empty header cell', changed(docx, document, '>Enhet<', '><'), 'empty header cell'],
    ['cells merged sideways', changed(docx, document, '<w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/>'), 'merged cells'],
    ['cells merged downwards', changed(docx, document, '<w:tcPr>', '<w:tcPr><w:vMerge/>'), 'merged cells'],
    [
      'a table with nothing in it',
      atEnd(`<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('', 'A')}</w:tr></w:tbl>`),
      'no rows under its header',
    ],
    [
      'a table in a table',
      changed(
        docx,
        document,
        /<\/w:p><\/w:tc>/,
        `</w:p><w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('', 'A')}</w:tr><w:tr>${cell('', 'b')}</w:tr></w:tbl></w:tc>`,
      ),
      'holds another table',
    ],
    [
      'a picture without words',
      atEnd('<w:p><w:r><w:drawing><wp:docPr id="1" name="logo"/></w:drawing></w:r></w:p>'),
      '"logo" has no alternative',
    ],
    ['a tag nobody filled', atEnd(paragraph('Normal', 'Plats: {plats}')), 'the tag {plats} is left'],
    [
      'a tag split over runs',
      atEnd('<w:p><w:r><w:t>{#pl</w:t></w:r><w:r><w:t>ats}</w:t></w:r></w:p>'),
      'the tag {#plats} is left',
    ],
    ['a tag in a property', changed(docx, 'docProps/custom.xml', 'Utkast', '{Status}'), 'the tag {Status} is left'],
    ['a style that does not exist', atEnd(paragraph('Finns inte', 'x')), 'the style Finns inte does not exist'],
    ['macros', withPart('word/vbaProject.bin'), 'macros and embedded'],
    ['embedded files', withPart('word/embeddings/oleObject1.bin'), 'macros and embedded'],
    ['another document inside', atEnd('<w:altChunk r:id="x"/>'), 'altChunk'],
    [
      'a file type with macros',
      changed(docx, '[Content_Types].xml', 'wordprocessingml.document.main', 'macroEnabled.main'),
      'says it has macros',
    ],
    [
      'a template fetched from elsewhere',
      relation('Type="x/attachedTemplate" Target="https://example.com/a.dotx" TargetMode="External"'),
      'points outside',
    ],
    [
      'a link that runs something',
      relation('Type="x/hyperlink" Target="file:///etc/passwd" TargetMode="External"'),
      'points outside',
    ],
  ])('%s', (_, planted, fault) => {
    const faults = checkDocument(planted);
    expect(faults.join('\n')).toContain(fault);
    expect(faults).toHaveLength(1);
  });

  it('nothing wrong with an ordinary link', () => {
    expect(checkDocument(relation('Type="x/hyperlink" Target="https://example.com/" TargetMode="External"'))).toEqual([]);
  });

  it('that something is no Word document at all', () => {
    expect(checkDocument(Buffer.from('hej'))).toEqual([expect.stringContaining('not a readable .docx')]);
    expect(checkDocument(new PizZip().file('a.xml', '<a/>').generate({ type: 'uint8array' }))).toEqual([
      expect.stringContaining('not a Word document'),
    ]);
    expect(checkDocument(changed(docx, document, '</w:body>', ''))).toEqual([expect.stringContaining('Not well-formed XML')]);
  });

  function withPart(name: string): Uint8Array {
    return new PizZip(docx).file(name, 'x').generate({ type: 'uint8array' });
  }
});
