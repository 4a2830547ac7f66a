/** When a forum meets, why on that day, and the dialog that moves a meeting. */
import { everyDays } from './rhythm-sv.ts';

export const nextMeeting = {
  labels: { heading: 'Nästa möte', following: 'Därefter' },
  move: 'Flytta mötet',
  items: (count: number) =>
    count === 0
      ? 'Inga punkter på dagordningen ännu'
      : count === 1
        ? '1 punkt på dagordningen'
        : `${count} punkter på dagordningen`,
  summary: (forum: string, when: string) => `Nästa möte i ${forum} är ${when}.`,
};

export const whyDay = {
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
};

export const moveDialog = {
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
};
