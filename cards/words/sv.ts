import { format } from '../format.ts';
import { digest } from './digest-sv.ts';
import { figureForm } from './figure-form.ts';
import { figuresAsk } from './figures-ask.ts';
import { adjustDialog, draftComments, readDialog, registerDialog } from './papers-sv.ts';
import { reach } from './reach-sv.ts';
import { registrations } from './registrations-sv.ts';
import { followUpDialog, report } from './report-sv.ts';
import { takeBackDialog } from './take-back-sv.ts';

/** `vart 6:e möte` */
const ordinal = (number: number): string =>
  `${number}:${[1, 2].includes(number % 10) && ![11, 12].includes(number % 100) ? 'a' : 'e'}`;

const WEEKS = ['', 'varje', 'varannan', 'var tredje', 'var fjärde', 'var femte', 'var sjätte', 'var sjunde', 'var åttonde'];

/** `varannan vecka` */
const everyDays = (days: number): string => {
  const weeks = days % 7 === 0 ? WEEKS[days / 7] : undefined;
  return weeks ? `${weeks} vecka` : `var ${ordinal(days)} dag`;
};

/** The reference: what the cards say. Functions get names and formatted dates and numbers. */
export const sv = {
  lang: 'sv',
  format: format({
    locale: 'sv-SE',
    at: 'kl.',
    week: 'v.',
    sixWeeks: (week) => `sex veckor t.o.m. ${week}`,
    halfYear: (half, year) => `${half === 1 ? 'första' : 'andra'} halvåret ${year}`,
    schoolYear: (years) => `läsåret ${years}`,
    points: 'procentenheter',
  }),

  person: (name: string, unit: string) => `${name}, ${unit}`,
  minutes: (count: string) => `${count} min`,
  secretary: (person: string) => `Sekreterare: ${person}`,
  noSecretary: 'Sekreterare: ingen ännu',
  approvedBy: (name: string, at: string) => `Godkända av ${name} ${at}`,
  figuresRefresh: 'Uppdatera siffror',
  propose: 'Föreslå punkt',
  agendaShow: 'Visa dagordning',
  agendaOpen: 'Öppna dagordningen',
  minutesOpen: 'Öppna mötesanteckningarna',
  announceCase: 'Anmäl ärende',
  liftQuestion: 'Lyft fråga',
  commentItem: 'Kommentera',
  situationMissing: 'ingen lägesbild ännu',
  commentCount: (count: number) => (count === 1 ? '1 kommentar' : `${count} kommentarer`),
  commentFrom: (by: string) => `Kommentar från ${by}: `,
  noNames: 'Skriv inga namn på enskilda och inga personnummer.',

  why: {
    standing: (source: string) => (source ? `stående (${source})` : 'stående'),
    carriedOver: (from: string, reason: string, said: string) => `förd över från ${from}: ${reason}${said ? `, ${said}` : ''}`,
    reasons: { 'not-reached': 'hanns inte med', 'open-action': 'åtgärd öppen', tabled: 'bordlagd', continues: 'fortsätter' },
    proposed: (by: string, card: string) => `föreslagen av ${by}${card ? `, i ordning efter faktakortet ${card}` : ''}`,
    threshold: {
      below: (line: string) => `föreslagen av mig: gränsvärde för en indikator, under ${line}`,
      above: (line: string) => `föreslagen av mig: gränsvärde för en indikator, över ${line}`,
    },
    lifted: (from: string, since: string, days: number, forDecision: boolean) =>
      `från ${from}, lyft ${days === 0 ? 'i dag' : `för ${days === 1 ? '1 dag' : `${days} dagar`} sedan`} (${since})${forDecision ? ', för beslut' : ''}`,
    handedDown: {
      answer: (from: string, at: string) => `medskick från ${from} ${at}`,
      decision: (from: string, at: string) => `beslut från ${from} ${at}`,
      'sent-back': (from: string, at: string) => `skickad tillbaka av ${from} ${at}`,
    },
  },

  figure: {
    labels: { women: 'Kvinnor', men: 'Män', total: 'Totalt', unit: 'Enhet', period: 'Period', openSource: 'Öppna filen' },
    missing: 'uppgift saknas',
    hidden: 'visas inte',
    hiddenTold: (why: string) => `visas inte (${why})`,
    hiddenWhy: {
      few: (below: number) => `färre än ${below}`,
      reveals: (_below: number) => 'skulle avslöja en annan uppgift',
      blurred: (_below: number) => 'få personer',
    },
    hiddenOr: (whys: readonly string[]) => whys.join(' eller '),
    hiddenKey: (whys: string) => `Visas inte: ${whys}.`,
    of: (base: string) => `av ${base}`,
    bySex: (women: string, men: string, total: string) => `kvinnor ${women}, män ${men}, totalt ${total}`,
    notesElsewhere: 'Verksamheterna har skrivit om siffran. Skriv "varför" och indikatorns namn för att läsa.',
    unitsElsewhere: 'Siffrorna per enhet får inte plats här. De står i filen.',
    few: 'Få observationer: läs andelen med försiktighet.',
    status: { reached: 'Målet nått', missed: 'Målet ej nått', follow: 'Följs', unknown: 'Kan inte bedömas' },
    target: {
      'at-least': (value: string) => `Mål: minst ${value}.`,
      'at-most': (value: string) => `Mål: högst ${value}.`,
      increase: () => 'Mål: ska öka.',
      follow: () => 'Inget målvärde: utvecklingen följs.',
    },
    noTarget: 'Inget mål är satt.',
    expired: (until: string) => `Gällde t.o.m. ${until}, nytt mål ej satt.`,
    setter: (forum: string) => `Nytt mål sätts av ${forum}.`,
    sinceBaseline: (period: string, value: string) =>
      value ? `Mål: ska öka från utgångsvärdet ${period}, ${value}.` : `Mål: ska öka. Utgångsvärdet för ${period} är inte satt.`,
    unsplitHidden: (withheld: string) => `Hur många som saknar uppgift om kön ${withheld}.`,
    unsplit: (value: string) => `Uppgift om kön saknas för ${value}; de räknas in i totalt.`,
    changeSince: (parts: string, period: string) => `${parts} sedan ${period}.`,
    changeInTotal: (change: string) => `totalt ${change}`,
    changeBySex: (women: string, men: string) => `kvinnor ${women}, män ${men}`,
    late: (period: string, from: string) => `Uppgift för ${period} saknas från ${from}.`,
    askedFor: (day: string) => `Efterfrågad ${day}.`,
    notAskedFor: (from: string) => (from === '' ? 'Den är inte efterfrågad än.' : `Den är inte efterfrågad än från ${from}.`),
    note: { factors: 'Påverkansfaktorer', analysis: 'Analys', direction: 'Inriktning' },
    changeBrief: (change: string, period: string) => `Totalt ${change} sedan ${period}`,
    others: (count: number) => (count === 1 ? 'en till' : `${count} till`),
    latest: (period: string) => `Siffran gäller ${period}.`,
    goal: 'Mål',
    trend: (isShare: boolean) => `De senaste perioderna${isShare ? ' (procent)' : ''}`,
    source: (name: string, changed: string, read: string) => `Källa: ${name}, ändrad ${changed}, läst ${read}.`,
    corrected: (at: string) => `Rättad ${at}; den tidigare uppgiften finns kvar.`,
  },

  agenda: {
    labels: {
      noItems: 'Inga punkter ännu.',
      received: 'Mottaget',
      unclear: 'Behöver förtydligas',
      again: 'Lyft igen',
    },
    answer: { agrees: 'Svara på frågan', decides: 'Svara eller besluta' },
    sayNumber: (question: string) => `Skriv "fråga ${question}" för att svara.`,
    lifted: (question: string) => `Lyft som fråga ${question}`,
    inAdvance: 'bra att förbereda',
    wantedOf: (of: string, wanted: string) => `Önskas av ${of}: ${wanted}`,
    waitsForConsent: (givers: string) => `Väntar på samtycke till ${givers}`,
    states: {
      open: 'Öppen för förslag',
      published: 'Dagordning',
      'in-progress': 'Mötet pågår',
      draft: 'Anteckningar skrivs',
      approved: 'Godkända',
      filed: 'Godkända',
    },
    approvedBy: (name: string, at: string) => `Mötesanteckningarna godkända av ${name} ${at}`,
    publishes: (day: string) => `Dagordningen publiceras ${day}. Föreslå punkter innan dess.`,
    planned: (planned: string, available: string) => `Tid: ${planned} av ${available} min`,
    over: (planned: string, available: string) =>
      `Punkterna tar ${planned} min, mötet är ${available} min. Korta eller flytta en punkt.`,
    shortened: 'Långa bakgrunder är avkortade här.',
    answers: (accepted: string, tentative: string, declined: string, silent: string) =>
      `Svar i kalendern: ${[
        `${accepted} kommer`,
        ...(tentative === '0' ? [] : [`${tentative} kanske`]),
        ...(declined === '0' ? [] : [`${declined} kan inte`]),
        ...(silent === '0' ? [] : [`${silent} har inte svarat`]),
      ].join(', ')}`,
    comesFrom: (unit: string, accepted: string, asked: string) => `${unit} ${accepted} av ${asked}`,
    nobodyFrom: (units: string, rule: string) => `Ingen kommer från ${units}. ${rule}`,
    summaries: {
      open: (forum: string, when: string) => `Dagordningen för ${forum}, ${when}, är öppen för förslag.`,
      published: (forum: string, when: string) => `Dagordningen för ${forum}, ${when}, är publicerad.`,
      'in-progress': (forum: string, when: string) => `Mötet i ${forum}, ${when}, pågår.`,
      draft: (forum: string, when: string) => `Mötesanteckningarna för ${forum}, ${when}, skrivs.`,
      approved: (forum: string, when: string) => `Mötesanteckningarna för ${forum}, ${when}, är godkända.`,
      filed: (forum: string, when: string) =>
        `Mötesanteckningarna för ${forum}, ${when}, är godkända och ligger på samarbetsytan.`,
    },
  },

  nextMeeting: {
    labels: { heading: 'Nästa möte', following: 'Därefter' },
    move: 'Flytta mötet',
    items: (count: number) =>
      count === 0
        ? 'Inga punkter på dagordningen ännu'
        : count === 1
          ? '1 punkt på dagordningen'
          : `${count} punkter på dagordningen`,
    summary: (forum: string, when: string) => `Nästa möte i ${forum} är ${when}.`,
  },

  guidance: {
    summary: (title: string, name: string) => `${title}${name ? `: ${name}` : ''}.`,
    factCard: 'Faktakort',
    mission: 'Uppdrag',
    responsibility: 'Myndighetens ansvar',
    execution: 'Myndighetens genomförande',
    laws: 'Lagrum',
    from: 'Varifrån',
    source: (source: string) => `Källa: ${source}`,
    choice: (why: string) => `Vårt råd. ${why}`,
    factCards: 'Faktakort',
    writeFactCard: 'Skriv ”faktakort” och ett av namnen.',
    noSuchFactCard: (word: string) => `Jag hittar inget faktakort om ”${word}”. Det här finns.`,
    without: 'Nämns utan faktakort',
    hasNone: 'Formen finns i listan men har inget faktakort. Fråga sammankallande vad som gäller hos er.',
    route: 'Vart man vänder sig',
    routes: 'Vägar',
    writeRoute: 'Skriv ”väg” och vad det gäller. Eller gå stegen nedan.',
    noSuchRoute: (question: string) => `Jag hittar ingen väg för ”${question}”. Det här finns. Eller gå stegen nedan.`,
    rung: (at: number, of: number) => `Steg ${at} av ${of}`,
    ask: 'Räckte det här?',
    answered: 'Ja, det räckte',
    notAnswered: 'Nej, nästa steg',
    found: 'Det här räckte',
    foundLead: 'Då behöver frågan inte tas upp i hubben.',
    ended: 'Stegen räckte inte',
    endedLead: 'Föreslå en punkt till nästa möte. Skriv vad ni behöver av varandra, utan namn och nummer.',
    endedNowhere: 'Ta upp frågan på nästa möte, utan namn och nummer.',
  },
  whyDay: {
    labels: { heading: 'Varför den dagen', ours: 'Det här är vårt val', way: 'Så kom mötet hit', notes: 'Bra att veta om dagen' },
    agreement: (appendix: string) => `Det här säger ${appendix}`,
    plan: 'Visa planen',
    inPlace: 'Mötet ligger på sin egen dag i rytmen.',
    movedOnce: (from: string) => `Mötet är flyttat från ${from}.`,
    movedOften: (from: string, times: number) => `Mötet är flyttat ${times} gånger, först från ${from}.`,
    lengthOnly: 'Mötet ligger på sin dag, men har fått en annan längd.',
    rules: {
      rhythm: (days: number) => `Forumet möts ${everyDays(days)}.`,
      anchor: (day: string) => `Dagarna räknas från ${day}.`,
      'standing-time': (minutes: number) => `Forumen delar en ståendetid på ${minutes} minuter.`,
      'never-cancelled': (rule: string) => `${rule}.`,
      moving: (earlier: boolean, days: number) =>
        `Ett möte som inte kan hållas på sin dag flyttas till närmaste arbetsdag, hellre ${earlier ? 'tidigare' : 'senare'}${days > 0 ? `, högst ${days === 1 ? 'en dag' : `${days} dagar`}` : ''}. Nästa möte har kvar sin egen dag.`,
      pause: (name: string) => `Uppehåll: ${name}.`,
    },
    by: { source: (source: string) => `Källa: ${source}`, choice: (why: string) => `Varför: ${why}` },
    steps: {
      rested: (day: string) => `${day}: uppehåll`,
      restedBecause: (pause: string) => `${pause}. Därför är det längre än vanligt sedan förra mötet.`,
      slot: (day: string) => day,
      given: { now: 'Dagen som rytmen ger.', earlier: 'Dagen som rytmen gav när mötet planerades.' },
      to: (day: string) => `Flyttat till ${day}`,
      newLength: 'Ny längd',
      because: (hindrance: string) => `Hinder: ${hindrance}.`,
      outOfOrder: 'Ingen tillåten dag höll nivåernas ordning.',
      earlierDefinition: 'Så sade överenskommelsens fil då.',
      bot: (at: string) => `Flyttat av boten, ${at}.`,
      person: (who: string, at: string) => `Av ${who}, ${at}.`,
      somebody: 'någon som inte längre är med',
      reason: (reason: string) => `Skäl: ${reason}`,
    },
    summary: (forum: string, when: string) => `Så här kommer det sig att ${forum} möts ${when}.`,
  },

  indicators: {
    labels: { heading: 'Indikatorer', none: 'Inga indikatorer följs upp här.' },
    about: {
      counts: 'Räknar',
      activity: 'Aktivitet',
      effect: 'Effekt',
      performance: 'Prestation',
      baseline: 'Utgångsvärde',
      'earlier-target': 'Tidigare mål',
      'decided-target': 'Målet',
      'coming-target': 'Kommande mål',
      'taken-back-target': 'Återtaget mål',
      cited: 'Citerat',
      owner: 'Lämnas av',
      'owner-proposed': 'Lämnas av (förslag, ska bekräftas)',
      followed: 'Följs upp i',
      source: 'Källa',
    },
    set: 'Sätt mål',
    note: 'Skriv varför',
    summary: (forum: string, count: number, missed: number) =>
      count === 0
        ? `Inga indikatorer följs upp i ${forum}.`
        : `${count} indikatorer i ${forum}, ${missed === 0 ? 'inget mål är missat' : `${missed} når inte målet`}.`,
  },

  turn: {
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
  },

  swap: {
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
  },

  draftComments,
  adjustDialog,
  readDialog,
  registerDialog,
  reopenDialog: {
    labels: {
      keeps:
        'Det som ligger på samarbetsytan ligger kvar. När du godkänner igen läggs en ny version bredvid, med skälet och vad som ändrats.',
      reason: 'Vad behöver rättas, och varför?',
      reasonError: 'Skriv vad som behöver rättas.',
      open: 'Öppna igen',
    },
    heading: (edition: number) => `Version ${edition} av anteckningarna`,
    summary: (forum: string, when: string) => `Öppna anteckningarna för ${forum} igen, ${when}.`,
  },

  swapDialog: {
    labels: {
      rule: 'Den som först svarar ja tar över. Har ingen svarat när mötet börjar står turen kvar.',
      ask: 'Vem ska jag fråga?',
      askError: 'Välj vem jag ska fråga.',
      send: 'Fråga',
    },
    all: 'Alla i forumets kanal',
    where: (forum: string, from: string) => `${forum} · på tur: ${from}`,
    summary: (forum: string, when: string) => `Byt bort turen att skriva i ${forum}, ${when}.`,
  },

  actions: {
    headings: { all: 'Dina åtgärder', given: 'Du har fått en uppgift', due: 'Snart sista dag' },
    none: 'Du har inga öppna åtgärder.',
    due: (day: string, late: number) =>
      late > 0 ? `▲ Skulle vara klar ${day}, ${late === 1 ? 'en dag' : `${late} dagar`} sen.` : `Klar senast ${day}.`,
    facts: (number: number, forum: string, given: string) => `Nr ${number} · ${forum}, ${given}`,
    owner: (person: string) => `Ansvarig: ${person} (är inte med i Teams)`,
    status: {
      open: () => '',
      started: () => 'Påbörjad.',
      postponed: (because: string) => `Uppskjuten: ${because}`,
    } as Record<'open' | 'started' | 'postponed', (because: string) => string>,
    done: 'Klar',
    change: 'Ändra status',
    more: (count: number) => (count === 1 ? 'En till som får vänta här.' : `${count} till som får vänta här.`),
    summary: (count: number) =>
      count === 0 ? 'Du har inga öppna åtgärder.' : count === 1 ? 'Du har en öppen åtgärd.' : `Du har ${count} öppna åtgärder.`,
  },

  actionDialog: {
    heading: 'Hur går det med åtgärden?',
    which: 'Åtgärd',
    whichError: 'Välj en åtgärd.',
    to: 'Status',
    states: { started: 'Påbörjad', done: 'Klar', postponed: 'Uppskjuten till en ny dag', withdrawn: 'Ska inte göras' },
    due: 'Ny sista dag, om den är uppskjuten',
    reason: 'Varför, om den är uppskjuten eller inte ska göras',
    title: (number: number, what: string, day: string) => `${number}. ${what} (${day})`,
    submit: 'Spara',
    summary: (count: number) => `Ändra status för en av ${count} åtgärder.`,
  },

  decisionDialog: {
    heading: 'Skriv in ett beslut',
    lead: (name: string) => `Från ${name}. Det går ner till forumen som medskick och är öppet tills alla har tagit emot det.`,
    title: 'Vad gäller beslutet?',
    text: 'Vad beslutades?',
    missing: 'Fyll i det här.',
    on: 'Beslutat den',
    concerns: 'Vilka fler forum gäller det?',
    submit: 'Skicka ner beslutet',
    summary: (name: string) => `Skriv in ett beslut från ${name}.`,
  },

  decisions: {
    heading: 'Beslut och överenskommelser',
    sought: (words: string) => `Sökte: ${words}`,
    none: 'Jag hittar inget sådant i dina forum.',
    title: (paragraph: number, word: 'agreed' | 'decided') =>
      `${word === 'decided' ? 'Beslut' : 'Överenskommet'} §\u00A0${paragraph}`,
    facts: (forum: string, day: string, draft: boolean) => `${forum}, ${day}${draft ? ' · utkast, inte godkänt än' : ''}`,
    open: 'Öppna anteckningarna',
    more: (count: number) => `${count} äldre visas inte. Sök på fler ord.`,
    summary: (count: number) => (count === 0 ? 'Jag hittar inget sådant i dina forum.' : `${count} beslut och överenskommelser.`),
  },

  fairness: {
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
  },

  digest,
  reach,
  registrations,
  takeBackDialog,
  report,
  followUpDialog,

  reason: {
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
  },

  secretaryCard: {
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
  },

  minutesCard: {
    labels: {
      badge: 'Mötet pågår',
      attendance: 'Närvaro',
      takeAttendance: 'Fyll i närvaro',
      now: 'Nu',
      note: 'Anteckna',
      action: 'Åtgärd',
      next: 'Nästa punkt',
      close: 'Avsluta mötet',
      closing: 'Om du avslutar mötet nu',
      returns: 'Tas upp igen',
      ends: 'Tas inte upp igen',
      changeIt: 'Ska en punkt upp igen? Välj Anteckna och sedan Bordläggning, eller skriv ”bordlägg” och varför.',
      noItems: 'Inga punkter på dagordningen.',
      nothing: 'Inget.',
    },
    outcomeButton: { agrees: 'Överenskommet', decides: 'Beslut' },
    outcome: { agreed: 'Överenskommet', decided: 'Beslut' },
    absent: 'ingen närvarande',
    absentOnes: (names: string) => `frånvarande: ${names}`,
    substitute: (who: string) => `ersättare: ${who}`,
    unknown: 'ingen ännu',
    because: {
      standing: 'stående',
      'not-reached': 'hanns inte med',
      'open-action': 'åtgärd öppen',
      tabled: 'bordlagd',
      continues: 'fortsätter',
      'open-question': 'frågan är öppen',
    },
    returning: (title: string, because: string, said: string) => `${title} (${because}${said ? `: ${said}` : ''})`,
    paragraph: (paragraph: number, word: string) => `${word} §\u00a0${paragraph}`,
    action: (number: number, what: string) => `Åtgärd ${number}: ${what}`,
    who: (who: string, due: string) => `${who}, klart senast ${due}`,
    shortened: 'Äldre anteckningar är avkortade här men sparade i sin helhet.',
    summary: (forum: string, when: string) => `Mötet i ${forum} pågår, ${when}. Du skriver anteckningarna.`,
  },

  approval: {
    labels: {
      heading: 'Mötesanteckningar',
      attendance: 'Närvaro',
      actions: 'Åtgärder',
      approve: 'Godkänn',
      edit: 'Ändra',
      adjust: 'Justera en punkt',
      reopen: 'Öppna igen',
      openDraft: 'Öppna utkastet',
      readFirst: 'Anteckningarna är för långa för kortet. Läs hela texten sida för sida; på den sista sidan godkänner du.',
      readElsewhere: 'Anteckningarna är för långa för kortet. Läs hela texten sida för sida.',
      readFile: 'Anteckningarna är för långa för kortet. Hela texten finns på samarbetsytan.',
      readAndApprove: 'Läs och godkänn',
      read: 'Läs allt',
      register: 'Diarienummer',
      changeNumbers: 'Ändra diarienummer',
    },
    states: { draft: 'Utkast', waiting: 'Väntar på dig', approved: 'Godkända', filed: 'Godkända', registered: 'Registrerade' },
    numberAt: (authority: string) => `Anteckningarnas diarienummer, ${authority}`,
    notRegistered: 'inget än',
    due: (day: string) => `klart senast ${day}`,
    source: (source: string) => `Källa: ${source}`,
    version: (version: number, due: string) => `Utkast, version ${version}. Godkänns senast ${due}.`,
    reopened: (version: number, reason: string) => `Utkast, version ${version}. Öppnade igen: ${reason}`,
    record: (authorities: string) =>
      `När du godkänner blir anteckningarna allmän handling hos de deltagande myndigheterna: ${authorities}.`,
    recordNoList: 'När du godkänner blir anteckningarna allmän handling hos de deltagande myndigheterna.',
    summaries: {
      draft: (forum: string, day: string) => `Utkast till mötesanteckningar för ${forum} ${day} väntar på att godkännas.`,
      approved: (forum: string, day: string) => `Mötesanteckningarna för ${forum} ${day} är godkända.`,
      filed: (forum: string, day: string) => `Mötesanteckningarna för ${forum} ${day} är godkända och ligger på samarbetsytan.`,
    },
  },

  help: {
    labels: { heading: 'Det här kan du skriva', none: 'Inga kommandon finns här.' },
    summary: (forum: string) => `Det här kan du skriva till mig i ${forum}.`,
  },

  welcome: {
    labels: {
      heading: 'Välkommen',
      try: 'Prova att skriva',
      say1: 'nästa möte',
      does1: '– när ni ses, vem som skriver och hur många punkter det är',
      say2: 'föreslå Hur gör vi när tolken uteblir?',
      does2: '– sätter upp en punkt på dagordningen',
      say3: 'hjälp',
      does3: '– visar allt du kan skriva',
    },
    you: (name: string, forum: string) => `Hej ${name}! Jag håller ordning på mötena i ${forum}.`,
    role: (role: string) => `Din roll: ${role}`,
    next: (when: string) => `Nästa möte: ${when}`,
    noNext: 'Inget möte är inplanerat ännu.',
    summary: (forum: string) => `Välkommen till mötena i ${forum}.`,
  },

  caseDialog: {
    summary: (forum: string, when: string) => `Anmäl ett ärende till ${forum}, ${when}.`,
    submit: 'Anmäl',
    own: (giver: string) => `Samtycke till ${giver} gavs den`,
    inAdvance: (kind: string) => `${kind} (bra att anmäla i förväg)`,
    labels: {
      looked: 'Har ni letat efter uppgiften på Mina sidor, tillsammans med personen?',
      lookedError: 'Svara på frågan om Mina sidor.',
      notThere: 'Ja, den finns inte där',
      found: 'Ja, vi hittade den',
      notYet: 'Nej, inte än',
      alias: 'Beteckning som båda känner till',
      aliasHint: 'Till exempel A-17',
      aliasError: 'Skriv en beteckning, till exempel A-17.',
      kind: 'Vilket slags behov?',
      kindError: 'Välj ett slag.',
      of: 'Av vem önskas något?',
      ofError: 'Välj vem.',
      wanted: 'Vad önskas?',
      wantedHint: 'Kort, utan något som pekar ut personen.',
      wantedError: 'Skriv vad som önskas.',
      ownError: 'Välj dagen.',
      other: 'Samtycke till den andra gavs den, om du vet',
    },
  },
  consentDialog: {
    summary: (alias: string, giver: string) => `Samtycke till ${giver} i ärende ${alias}.`,
    heading: (alias: string) => `Ärende ${alias}`,
    lead: (giver: string, months: number) =>
      `Samtycket till ${giver} gäller i högst ${months} månader. Det ska gälla på mötets dag.`,
    submit: 'Spara',
    labels: {
      title: 'Samtycke',
      what: 'Vad gäller?',
      whatError: 'Välj vad som gäller.',
      given: 'Samtycket är lämnat',
      withdrawn: 'Samtycket är återkallat',
      day: 'Dagen det lämnades',
    },
  },
  proposeDialog: {
    labels: {
      title: 'Rubrik',
      titleError: 'Skriv en rubrik, högst 120 tecken.',
      background: 'Bakgrund',
      backgroundHint: 'Vad behöver de andra veta i förväg?',
      minutes: 'Minuter',
      minutesError: 'Ange 5–60 minuter.',
      kind: 'Vad ska mötet göra?',
      kindError: 'Välj vad mötet ska göra.',
      discussion: 'Diskutera',
      information: 'Ta emot information',
      question: 'Svara på en fråga',
      late: 'Dagordningen är publicerad. När ska punkten tas upp?',
      lateError: 'Välj när punkten ska tas upp.',
      lateNow: 'På det här mötet, under Övrigt',
      lateNext: 'På nästa dagordning',
    },
    submit: { new: 'Föreslå', change: 'Spara' },
    summary: (forum: string, when: string) => `Föreslå en punkt till ${forum}, ${when}.`,
  },

  figuresAsk: figuresAsk.sv,

  reportDialog: {
    labels: {
      ...figureForm.sv,
      heading: 'Lämna siffror',
      period: 'Vilken period gäller det?',
      periodError: 'Välj en period.',
      numberError: 'Skriv ett antal med siffror. Skriv 0 om ingen deltog.',
    },
    summary: (name: string, unit: string) => `Lämna ${name} för ${unit}.`,
  },

  targetDialog: {
    labels: {
      heading: 'Sätt mål',
      value: { share: 'Målvärde i procent', count: 'Målvärde, antal' },
      valueError: 'Skriv målvärdet med siffror, till exempel 85.',
      direction: 'Målet är att nå',
      directionError: 'Välj minst eller högst.',
      'at-least': 'Minst',
      'at-most': 'Högst',
      validFrom: 'Gäller från och med',
      validTo: 'Gäller till och med',
      decidedAt: 'Beslutat den',
      reportedAt: 'Redovisat för styrgruppen den (om det är gjort)',
      dateError: 'Välj en dag.',
      kept: 'Det tidigare målet finns kvar i historiken.',
      save: 'Spara målet',
    },
    setter: (forum: string) => `Beslutas av ${forum}.`,
    now: (target: string, until: string, isOver: boolean) =>
      until === '' ? target : `${target} ${isOver ? 'Gällde' : 'Gäller'} t.o.m. ${until}.`,
    summary: (name: string) => `Sätt mål för ${name}.`,
  },

  whyDialog: {
    labels: {
      heading: 'Varför ser siffran ut så?',
      period: 'Vilken period gäller det?',
      periodError: 'Välj en period.',
      factors: 'Påverkansfaktorer',
      factorsHint: 'Vad har påverkat resultatet?',
      analysis: 'Analys',
      analysisHint: 'Vad säger det oss?',
      direction: 'Inriktning',
      directionHint: 'Vad gör vi framåt?',
      noPersons: 'Skriv inget om enskilda, och inga antal som siffran inte visar.',
      kept: 'Det du skriver ersätter er enhets tidigare text för perioden; den sparas i historiken.',
      save: 'Spara',
    },
    about: (period: string) =>
      `Det som står i fälten hör till ${period}. Väljer du en annan period skriver du om den från början.`,
    summary: (name: string, unit: string) => `Skriv varför ${name} ser ut som det gör, för ${unit}.`,
  },

  liftDialog: {
    noItem: 'Ingen särskild punkt',
    goes: (place: string) => `Frågan går till ${place}.`,
    labels: {
      from: 'Vilken punkt gäller det?',
      to: 'Vart ska frågan?',
      toError: 'Välj vart frågan ska.',
      text: 'Frågan',
      textError: 'Skriv frågan, högst 200 tecken.',
      proposal: 'Förslag till svar',
      background: 'Bakgrund',
      backgroundHint: 'Vad behöver den som svarar veta?',
      urgency: 'Hur bråttom är det?',
      urgencyError: 'Välj hur bråttom det är.',
      normal: 'Den kan vänta på nästa öppna dagordning',
      urgent: 'Brådskande: nästa möte, även om dagordningen är publicerad',
    },
    submit: { raise: 'Lyft frågan', change: 'Spara', again: 'Lyft igen' },
    heading: { raise: 'Lyft en fråga', change: 'Ändra frågan', again: 'Lyft frågan igen' },
    summary: (forum: string) => `Lyft en fråga från ${forum}.`,
  },

  questionDialog: {
    heading: { handle: 'Hantera frågan', complete: 'Komplettera', unclear: 'Behöver förtydligas' },
    text: {
      handle: 'Svaret, skälet eller det ni behöver veta',
      complete: 'Din komplettering',
      unclear: 'Vad behöver förtydligas?',
    },
    do: {
      answer: 'Svara med medskick',
      decide: 'Besluta',
      more: 'Begär komplettering av den som frågar',
      lift: (place: string) => `Lyft till ${place}`,
      back: 'Skicka tillbaka med skäl',
      merge: 'Slå ihop med en likadan fråga',
    },
    labels: {
      do: 'Vad gör ni med frågan?',
      doError: 'Välj vad ni gör med frågan.',
      textError: 'Skriv en text, högst 1000 tecken.',
      concerns: 'Ett svar går till alla som har frågat. Berör det också:',
      others: 'Vid sammanslagning: vilken fråga är likadan?',
      noOther: 'Ingen',
    },
    send: 'Skicka',
    summary: (heading: string, title: string) => `${heading}: ${title}.`,
  },

  moveDialog: {
    labels: {
      never: 'Mötet behåller dagordning och sekreterare när det flyttas.',
      to: 'Till när?',
      toError: 'Välj en tid.',
      reason: 'Varför flyttas det?',
      reasonHint: 'Alla som bjuds in ser skälet.',
      reasonError: 'Skriv varför mötet flyttas.',
      move: 'Flytta',
      none: 'Det finns ingen ledig tid mellan mötena före och efter.',
    },
    summary: (forum: string, when: string) => `Flytta mötet i ${forum}, ${when}.`,
  },

  attendanceDialog: {
    labels: {
      heading: 'Vilka är med på mötet?',
      nobody: 'Ingen person är inlagd för enheten.',
      save: 'Spara',
      none: 'Inga enheter finns i forumet.',
      substituteHint: 'Namn och roll',
    },
    substitute: (unit: string) => `Ersättare från ${unit}`,
    summary: 'Bocka för dem som är med på mötet.',
  },

  situationDialog: {
    labels: {
      heading: 'Lägesbild',
      asGiven: 'Den står på dagordningen och i anteckningarna precis så som du skriver den.',
      textError: 'Skriv lägesbilden, högst 1500 tecken.',
      save: 'Spara',
    },
    label: (from: string) => `Kort lägesbild från ${from}`,
    summary: (from: string, forum: string, when: string) => `Lägesbild från ${from} till ${forum}, ${when}.`,
  },

  commentDialog: {
    labels: {
      heading: 'Kommentar',
      hint: 'Sekreteraren ser den och väljer vad som kommer med i anteckningarna.',
      item: 'Punkt',
      itemError: 'Välj en punkt.',
      comment: 'Vad vill du lägga till?',
      textError: 'Skriv en kommentar, högst 500 tecken.',
      send: 'Skicka',
    },
    summary: 'Kommentera en punkt på mötet.',
  },

  noteDialog: {
    headings: { note: 'Anteckna', outcome: { agrees: 'Överenskommet', decides: 'Beslut' }, action: 'Åtgärd' },
    labels: {
      heading: 'Till mötesanteckningarna',
      item: 'Punkt',
      itemError: 'Välj en punkt.',
      way: 'Skriv som',
      phrase: 'Börja med en fras eller kommentar, om du vill',
      phraseHint: 'Skriv för att söka',
      person: 'Ansvarig',
      personHint: 'Välj person',
      personError: 'Välj vem som ansvarar.',
      due: 'Klart senast',
      dueError: 'Välj ett datum.',
      save: 'Spara',
      adjust: 'Spara och justera punkten',
    },
    text: {
      note: 'Anteckning',
      outcome: { agrees: 'Vad kom ni överens om?', decides: 'Vad beslutades?' },
      action: 'Vad ska göras?',
    },
    ways: {
      note: 'Anteckning',
      tabled: 'Bordläggning: texten blir skälet',
      continues: 'Tas upp igen nästa möte: texten säger varför',
      'as-usual': 'Ta bort bordläggningen',
    },
    summary: (heading: string) => `${heading} till mötesanteckningarna.`,
  },

  editDialog: {
    labels: {
      hint: 'En rad blir ett stycke.',
      none: 'Det finns ingen text att ändra ännu.',
      theirs: 'Så här skrev den andra',
      emptied: '(Texten togs bort.)',
      both: 'Båda texterna',
      mine: 'Min text',
      others: 'Den andras text',
      save: 'Spara',
    },
    keep: (label: string) => `Vad gäller? ${label}`,
    heading: (version: number) => `Utkast, version ${version}`,
    becomes: (version: number) => `När du sparar blir det version ${version}.`,
    summary: (version: number) => `Ändra mötesanteckningarna, version ${version}.`,
  },
};

export type Words = typeof sv;
