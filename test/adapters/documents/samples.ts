import type { DocumentText } from '../../../src/ports.ts';

const nb = '\u00A0';

export const agenda: DocumentText = {
  kind: 'dagordning',
  title: 'Dagordning – Kommunhubb Intro Stockholm – Arbetsförmedlingen, 16 mars 2027',
  banner: '',
  facts: [
    ['Datum och tid', `tisdag 16 mars 2027 kl. 13.00–14.00 (v.${nb}11)`],
    ['Plats', 'Teams, i kanalen Kommunhubb Intro'],
    ['Överenskommelsens diarienummer', 'Arbetsförmedlingen Af-2022/0101 5990, arbetsmarknadsnämnden AMN 2022-0874-1.4.1'],
    ['Sekreterare', 'Sara Nyström, AF Järva'],
    ['Sammankallande', 'Arbetsförmedlingen'],
  ],
  attendance: [],
  items: [
    {
      number: '1',
      title: 'Mötet öppnas och dagordningen gås igenom',
      why: 'Stående punkt · 5 minuter',
      paragraphs: [],
      outcomes: [],
      figures: [],
    },
    {
      number: '2',
      title: 'Hur inskrivningarna har fungerat',
      why: 'Stående punkt enligt bilagan, avsnitt 1.8 · 15 minuter',
      paragraphs: [],
      outcomes: [],
      figures: [
        {
          indicator: `Inskrivningssamtal, v.${nb}10`,
          women: '41',
          men: '38',
          total: '79',
          target: 'Följs',
          source: 'Statistikfilen, 15 mars 2027',
        },
        {
          indicator: 'Deltagande i informationsträff, februari 2027',
          women: `71${nb}% (34 av 48)`,
          men: `64${nb}% (27 av 42)`,
          total: `68${nb}% (61 av 90)`,
          target: `Minst 70${nb}%. Inte nått.`,
          source: 'Statistikfilen, 4 mars 2027',
        },
      ],
    },
    {
      number: '3',
      title: 'Uteblivna besök',
      why: 'Förd över från 2 mars 2027: åtgärd 4 är öppen · 10 minuter',
      paragraphs: ['Vilka orsaker ser vi, och vad gör vi redan?'],
      outcomes: [],
      figures: [],
    },
    {
      number: '4',
      title: 'Kan kallelsen skickas på fler språk?',
      why: 'Föreslagen av Leyla Demir, Intro Stockholm · 10 minuter',
      paragraphs: [
        'Flera som uteblir säger att de inte förstod kallelsen. Intro Stockholm har en mall på fem språk.',
        'Vi behöver veta vem som får ändra i mallen.',
      ],
      outcomes: [],
      figures: [],
    },
    {
      number: '5',
      title: 'Frågor att lyfta till chefsnivå',
      why: 'Stående punkt enligt bilagan, avsnitt 1.8 · 10 minuter',
      paragraphs: [],
      outcomes: [],
      figures: [],
    },
  ],
  actions: [
    {
      number: '4',
      what: 'Sammanställ orsaker till uteblivna besök på gruppnivå',
      who: 'Intro Stockholm, Leyla Demir',
      due: '12 mars 2027',
      status: 'Pågår',
    },
  ],
  closing: ['Föreslå punkter i kanalen senast 11 mars 2027.', 'Skriv inga personuppgifter i förslag eller anteckningar.'],
  properties: {
    Forum: 'Kommunhubb Intro Stockholm – Arbetsförmedlingen',
    Motesdatum: '2027-03-16',
    Handlingstyp: 'Dagordning',
    Version: '1',
    Diarienummer: 'Af-2022/0101 5990; AMN 2022-0874-1.4.1',
    Sekreterare: 'Sara Nyström',
    Status: 'Publicerad',
  },
};

export const minutes: DocumentText = {
  kind: 'mötesanteckningar',
  title: 'Mötesanteckningar – Kommunhubb Intro Stockholm – Arbetsförmedlingen, 16 mars 2027',
  banner: 'UTKAST',
  facts: [
    ['Datum och tid', `tisdag 16 mars 2027 kl. 13.00–14.00 (v.${nb}11)`],
    ['Plats', 'Teams, i kanalen Kommunhubb Intro'],
    ['Överenskommelsens diarienummer', 'Arbetsförmedlingen Af-2022/0101 5990, arbetsmarknadsnämnden AMN 2022-0874-1.4.1'],
    ['Mötesledare', 'Johan Ek, AF Järva'],
    ['Sekreterare', 'Sara Nyström, AF Järva'],
    ['Version', '1'],
  ],
  attendance: [
    { unit: 'AF Järva', present: 'Sara Nyström, Johan Ek', note: '' },
    { unit: 'AF City/Vällingby', present: 'Maria Lindqvist', note: 'Kom kl. 13.20' },
    { unit: 'AF Globen/Liljeholmen/Skärholmen', present: 'Ingen', note: 'Enheten saknade representant' },
    { unit: 'Intro Stockholm', present: 'Leyla Demir, Per Öberg', note: '' },
  ],
  items: [
    {
      number: '1',
      title: 'Mötet öppnas och dagordningen gås igenom',
      why: 'Stående punkt',
      paragraphs: ['Dagordningen gäller utan ändringar. Alla åtgärder från förra mötet utom nummer 4 är klara.'],
      outcomes: [],
      figures: [],
    },
    {
      number: '2',
      title: 'Hur inskrivningarna har fungerat',
      why: 'Stående punkt enligt bilagan, avsnitt 1.8',
      paragraphs: [
        'Samtalen i Järva har gått enligt plan. City/Vällingby hade två veckor med färre tider än behovet.',
        'Männens deltagande i informationsträffen är lägre än kvinnornas för tredje månaden i rad.',
      ],
      outcomes: [
        {
          paragraph: '13',
          word: 'Överenskommet',
          text: 'AF City/Vällingby öppnar fyra tider till i veckan från v.\u00A013.',
        },
        {
          paragraph: '14',
          word: 'Överenskommet',
          text: 'Etableringscentrum påminner med sms två dagar före informationsträffen. Vi ser på utfallet i maj.',
        },
      ],
      figures: agenda.items[1]!.figures,
    },
    {
      number: '3',
      title: 'Uteblivna besök',
      why: 'Förd över från 2 mars 2027: åtgärd 4 var öppen',
      paragraphs: ['Den vanligaste orsaken är att kallelsen inte har förståtts. Därefter kommer byte av adress.'],
      outcomes: [],
      figures: [],
    },
    {
      number: '4',
      title: 'Frågor att lyfta till chefsnivå',
      why: 'Stående punkt enligt bilagan, avsnitt 1.8',
      paragraphs: [],
      outcomes: [
        { paragraph: '15', word: 'Överenskommet', text: 'Vi lyfter frågan om kallelser på fler språk till sektionscheferna.' },
      ],
      figures: [],
    },
  ],
  actions: [
    {
      number: '4',
      what: 'Sammanställ orsaker till uteblivna besök på gruppnivå',
      who: 'Leyla Demir, Intro Stockholm',
      due: '12 mars 2027',
      status: 'Klar',
    },
    {
      number: '5',
      what: 'Öppna fyra tider till i veckan för inskrivningssamtal',
      who: 'Maria Lindqvist, AF City/Vällingby',
      due: '29 mars 2027',
      status: 'Inte påbörjad',
    },
  ],
  closing: [
    'Nästa möte: tisdag 30 mars 2027 kl. 13.00–14.00. Sekreterare: Per Öberg, Intro Stockholm.',
    'Anteckningarna ska godkännas senast 30 mars 2027.',
  ],
  properties: {
    Forum: 'Kommunhubb Intro Stockholm – Arbetsförmedlingen',
    Motesdatum: '2027-03-16',
    Handlingstyp: 'Mötesanteckningar',
    Version: '1',
    Diarienummer: 'Af-2022/0101 5990; AMN 2022-0874-1.4.1',
    Sekreterare: 'Sara Nyström',
    GodkandAv: '',
    Innehallshash: 'sha256-3f1c9a',
    Status: 'Utkast',
  },
};

export const extract: DocumentText = {
  ...minutes,
  title: 'Utdrag ur mötesanteckningar: Kommunhubb Intro Stockholm – Arbetsförmedlingen, 16 mars 2027, punkt 2',
  banner: '',
  items: minutes.items.slice(1, 2),
  actions: minutes.actions.slice(1),
  closing: ['Utdraget omfattar en punkt. De övriga godkänns med anteckningarna i sin helhet.'],
};

export const report: DocumentText = {
  kind: 'rapport',
  title: 'Rapport till styrgruppen, första halvåret 2027',
  banner: '',
  facts: [
    ['Period', 'första halvåret 2027'],
    ['Lämnas av', 'Enhetschefsmöte'],
    ['Fryst', '24 maj 2027 kl. 09.12 av Gunilla Hedin, Etableringscentrum'],
    ['Version 2', 'Ersätter version 1. Se "Ändrat" sist.'],
  ],
  attendance: [],
  items: [
    {
      number: '1',
      title: 'Deltagande i informationsträff',
      why: 'Ägare: Etableringscentrum (förslag)',
      paragraphs: ['Påverkansfaktor: två träffar ställdes in i februari.'],
      outcomes: [],
      figures: [
        agenda.items[1]!.figures[1]!,
        {
          indicator: 'januari 2027',
          women: 'visas inte (färre än 5)',
          men: `64${nb}% (27 av 42)`,
          total: 'visas inte',
          target: '–',
          source: 'som ovan',
        },
      ],
    },
  ],
  actions: [],
  closing: [
    'Siffrorna är de som gällde 24 maj 2027 kl. 09.12.',
    `Ändrat sedan version 1: Deltagande, februari 2027: kvinnor 71,4${nb}% → 85,7${nb}%.`,
  ],
  properties: { ...agenda.properties, Handlingstyp: 'Rapport till styrgruppen', Version: '2' },
};

export const followUp: DocumentText = {
  ...report,
  kind: 'årlig uppföljning',
  title: 'Årlig uppföljning av överenskommelsen som helhet, 2027',
  facts: [['Period', '2027'], ['Omfattar', 't.o.m. 30 september 2027'], ...report.facts.slice(1)],
  forums: [
    {
      forum: 'Kommunhubb Intro Stockholm – Arbetsförmedlingen',
      held: '18 av 20',
      moved: '2',
      outcomes: '14',
      questions: '5 lyfta, 4 besvarade',
      note: '2 möten har inte avslutats. Ett möte saknade någon verksamhet.',
    },
    { forum: 'Enhetschefsmöte', held: '7 av 7', moved: '0', outcomes: '9', questions: '1 lyft, 1 besvarad', note: '' },
  ],
  items: [
    ...report.items,
    {
      number: '2',
      title: 'Beslut och överenskommelser: Enhetschefsmöte',
      why: 'Ur godkända mötesanteckningar',
      paragraphs: [],
      outcomes: minutes.items[1]!.outcomes,
      figures: [],
    },
    {
      number: '3',
      title: 'Frågor som har lyfts',
      why: 'Ställda under året',
      paragraphs: ['Fråga 12 från kommunhubb Intro, 3 mars 2027: Får hubben ändra i mallen?\nBeslut från enhetschefsmötet: Ja.'],
      outcomes: [],
      figures: [],
    },
  ],
  actions: minutes.actions,
  properties: { ...report.properties, Handlingstyp: 'Årlig uppföljning' },
};

/** What people write in an authority that meets people from everywhere. */
export const otherAlphabets: DocumentText = {
  ...minutes,
  items: [
    {
      ...minutes.items[0]!,
      title: 'Kallelsen på fler språk: العربية, ትግርኛ, українська, 中文, ελληνικά',
      paragraphs: ['Dari och pashto: دری، پښتو. Somaliska: Soomaali. Ett tecken: 👍 ✓ → ≥ ½ ﬁ "”’ – …'],
    },
  ],
};

export const empty: Record<DocumentText['kind'], DocumentText> = {
  dagordning: nothing('dagordning', 'Dagordning – tom'),
  mötesanteckningar: nothing('mötesanteckningar', 'Mötesanteckningar – tomma'),
  rapport: nothing('rapport', 'Rapport – tom'),
  'årlig uppföljning': nothing('årlig uppföljning', 'Årlig uppföljning – tom'),
};

function nothing(kind: DocumentText['kind'], title: string): DocumentText {
  return { kind, title, banner: '', facts: [], attendance: [], items: [], actions: [], closing: [], properties: {} };
}

const sentence = 'Vi flyttar samordningen av informationsöverföringen mellan verksamheterna till etableringsprogrammet. ';
const word = 'Arbetsmarknadsförvaltningens';

/** Everything at its longest: many rows, long words, long cells. */
export function longest(kind: DocumentText['kind']): DocumentText {
  const times = <Part>(count: number, part: (index: number) => Part) =>
    Array.from({ length: count }, (_, index) => part(index + 1));
  return {
    kind,
    title: `${kind === 'dagordning' ? 'Dagordning' : 'Mötesanteckningar'} – Operativt samverkansforum för utbildningsplikten inom ${word} och Arbetsförmedlingens verksamheter i Stockholm, 16 mars 2027`,
    banner: 'UTKAST',
    facts: times(12, (n) => [`Ovanligt lång rubrik nummer ${n}`, sentence.repeat(2)]),
    attendance: times(25, (n) => ({ unit: `${word} enhet ${n}`, present: 'Anna Andersson, '.repeat(8), note: sentence })),
    items: times(20, (n) => ({
      number: String(n),
      title: `${sentence.trim()} ${word}`,
      why: `Förd över från 2 mars 2027: ${sentence}`,
      paragraphs: times(4, () => sentence.repeat(6)),
      outcomes: times(3, (m) => ({ paragraph: String(n * 10 + m), word: 'Beslut', text: sentence.repeat(3) })),
      figures: times(3, (m) => ({
        indicator: `${word} indikator ${m}`,
        women: `100${nb}% (12${nb}345 av 12${nb}345)`,
        men: 'visas inte, färre än 5',
        total: `100${nb}% (24${nb}690 av 24${nb}690)`,
        target: `Minst 85${nb}%, gällde t.o.m. 2025. Nytt mål är inte satt.`,
        source: 'Etableringscentrums statistikfil, ändrad 4 mars 2027 kl. 09.30',
      })),
    })),
    ...(kind === 'årlig uppföljning'
      ? {
          forums: times(12, (n) => ({
            forum: `${word} forum ${n}`,
            held: '18 av 20',
            moved: '12',
            outcomes: '1 234',
            questions: '120 lyfta, 119 besvarade',
            note: sentence.repeat(2),
          })),
        }
      : {}),
    actions: times(40, (n) => ({
      number: String(n),
      what: sentence,
      who: `Anna Andersson, ${word}`,
      due: '29 september 2027',
      status: 'Inte påbörjad',
    })),
    closing: times(4, () => sentence.repeat(2)),
    properties: { ...minutes.properties, Forum: `Operativt samverkansforum för utbildningsplikten, ${word}` },
  };
}
