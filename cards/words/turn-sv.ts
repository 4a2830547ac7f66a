/** Whose turn it is to write, why, how it is swapped and how it has been shared. */
import { ordinal } from './rhythm-sv.ts';

export const turn = {
  headings: {
    asked: 'Det är din tur att skriva',
    accepted: 'Du skriver mötesanteckningarna',
    declined: 'Tack för beskedet',
    swapped: 'Du har bytt bort turen',
  },
  states: { asked: 'Väntar på dig', accepted: 'Du har tackat ja', declined: 'Du har tackat nej', swapped: 'Bytt' },
  asking: 'Väntar på svar',
  away: 'Din kalender säger att du är borta då.',
  begun: 'Mötet har börjat',
  labels: { accept: 'Okej', decline: 'Jag kan inte', swap: 'Byt', withdraw: 'Ångra bytet', why: 'Varför jag?' },
  instead: (person: string) => `${person}, skriver i stället.`,
  noInstead: 'Ingen annan är utsedd ännu.',
  summaries: {
    asked: (forum: string, when: string) => `Det är din tur att skriva mötesanteckningar i ${forum}, ${when}.`,
    accepted: (forum: string, when: string) => `Du skriver mötesanteckningarna i ${forum}, ${when}.`,
    declined: (forum: string, when: string) => `Du har tackat nej till att skriva i ${forum}, ${when}.`,
    swapped: (forum: string, when: string) => `Någon annan skriver i ${forum}, ${when}.`,
  },
};

export const reason = {
  youLast: (last: string) => `Du skrev senast ${last}.`,
  youNever: 'Du har inte skrivit förut.',
  genitive: (name: string) => (/[sxz]$/i.test(name) ? name : `${name}s`),
  itIsTheTurnOf: (genitive: string, because: string) => `Det är ${genitive} tur: ${because}.`,
  writes: (name: string, because: string) => `${name} skriver: ${because}.`,
  unitWaited: (unit: string, last: string) => `${unit} har väntat längst, hade turen senast ${last}`,
  unitNeverWrote: (unit: string) => `${unit} har väntat längst och har inte haft turen förut`,
  afterDecline: (unit: string, last: string) =>
    `den som stod före kan inte. ${unit} står på tur efter, hade turen senast ${last}`,
  afterDeclineNever: (unit: string) => `den som stod före kan inte. ${unit} står på tur efter och har inte haft turen förut`,
  repays: 'det är dags att ta igen en tur som någon annan skrev',
  repaysInsteadOf: (whose: string) =>
    `det är dags att ta igen en tur som någon annan skrev. Annars hade turen gått till ${whose}`,
  swapped: 'turen är övertagen genom byte',
  swappedWith: (whose: string) => `turen är övertagen genom byte med ${whose}`,
  standsIn: (unit: string) => `ingen annan som står på tur kan, och sammankallande (${unit}) står in`,
  personLast: (name: string, last: string) => `${name} skrev senast ${last}.`,
  personNever: (name: string) => `${name} har inte skrivit förut.`,
};

export const secretaryCard = {
  labels: {
    heading: 'Sekreterare',
    passed: 'Hoppas över den här gången',
    keeps: 'Den som hoppas över tappar inte sin tur.',
    next: 'Därefter, som det ser ut nu',
    shall: 'Bilaga nyanlända, avsnitt 1.8: ”Sekreteraruppgiften ska ambulera.”',
    ours: 'Hur den går runt är vårt val: mellan enheterna, sedan mellan personerna i enheten. Den som väntat längst skriver.',
  },
  why: {
    away: 'frånvarande',
    declined: 'tackade nej',
    newcomer: 'ny, kommer med i turen efter sitt första möte',
    credit: 'har hoppat in för någon annan och får stå över',
  },
  summary: (person: string, forum: string, when: string) => `${person}, är sekreterare i ${forum}, ${when}.`,
};

export const swap = {
  headings: {
    open: 'Kan du skriva i stället?',
    taken: 'Bytet är klart',
    withdrawn: 'Frågan är återtagen',
    lapsed: 'Ingen kunde byta',
    'passed-on': 'Frågan gäller inte längre',
  },
  lines: {
    open: (from: string) => `${from}, står på tur att skriva mötesanteckningarna och vill byta. Den som svarar först tar över.`,
    taken: (taker: string) => `${taker}, skriver mötesanteckningarna.`,
    withdrawn: (from: string) => `${from}, har turen som förut.`,
    lapsed: (from: string) => `Mötet har börjat och ingen tog över. ${from}, skriver.`,
    'passed-on': (taker: string) => `Den som hade turen är inte längre medlem. ${taker}, står på tur i stället.`,
  },
  onBehalf: (by: string) => `Frågan ställs av ${by}.`,
  given: 'Turen ges tillbaka när den som tog över står på tur nästa gång.',
  take: 'Jag tar det',
  summaries: {
    open: (who: string, forum: string, when: string) => `${who}, frågar om någon kan skriva i ${forum}, ${when}.`,
    taken: (who: string, forum: string, when: string) => `${who}, skriver mötesanteckningarna i ${forum}, ${when}.`,
    withdrawn: (who: string, forum: string, when: string) => `${who}, skriver som förut i ${forum}, ${when}.`,
    lapsed: (who: string, forum: string, when: string) => `Ingen tog över, så ${who}, skriver i ${forum}, ${when}.`,
    'passed-on': (who: string, forum: string, when: string) => `${who}, står på tur att skriva i ${forum}, ${when}.`,
  },
};

export const swapDialog = {
  labels: {
    rule: 'Den som först svarar ja tar över. Har ingen svarat när mötet börjar står turen kvar.',
    ask: 'Vem ska jag fråga?',
    askError: 'Välj vem jag ska fråga.',
    send: 'Fråga',
  },
  all: 'Alla i forumets kanal',
  where: (forum: string, from: string) => `${forum} · på tur: ${from}`,
  summary: (forum: string, when: string) => `Byt bort turen att skriva i ${forum}, ${when}.`,
};

export const fairness = {
  heading: 'Så har turen gått runt',
  labels: {
    unit: 'Enhet',
    person: 'Person',
    due: 'På tur',
    written: 'Skrivit',
    next: 'De närmaste mötena, som det ser ut nu',
    rule: 'Turen går mellan enheterna och sedan mellan personerna i enheten. Den som stått över tar igen det när den som hoppade in står på tur. Så gör vi enligt vårt val; överenskommelsen säger att uppgiften ska ambulera (bilaga nyanlända, avsnitt 1.8).',
  },
  since: (meetings: number, day: string) => (meetings === 1 ? `Ett möte, ${day}.` : `${meetings} möten sedan ${day}.`),
  none: 'Inget möte har hållits ännu.',
  every: (meetings: number) => (meetings === 1 ? 'var och en: varje möte' : `var och en: vart ${ordinal(meetings)} möte`),
  owes: (balance: number) =>
    balance === 0
      ? ''
      : balance < 0
        ? `har ${balance === -1 ? 'en tur' : `${-balance} turer`} att ta igen`
        : `har hoppat in ${balance === 1 ? 'en gång' : `${balance} gånger`}`,
  summary: (forum: string) => `Hur uppgiften att skriva har gått runt i ${forum}.`,
};
