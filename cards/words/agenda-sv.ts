/** What stands on an agenda and why, and the dialog that proposes an item. */

export const agenda = {
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
    filed: (forum: string, when: string) => `Mötesanteckningarna för ${forum}, ${when}, är godkända och ligger på samarbetsytan.`,
  },
};

export const why = {
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
};

export const proposeDialog = {
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
};
