/** What the bot says when the answer is no, or short. One Swedish sentence that says what to do. */
import type { Person } from '../src/domain/agreement.ts';
import type { Finding } from '../src/domain/privacy.ts';
import type { Refusal } from '../src/flows/product.ts';
import type { Command } from './commands.ts';

export const refusals: Record<Refusal, string> = {
  'not-member': 'Du är inte medlem i det här forumet, så ingenting ändrades. Be sammankallande lägga till dig.',
  'no-meeting': 'Mötet finns inte längre i planen. Skriv "nästa möte" för att se vad som gäller.',
  'not-open': 'Mötet är avslutat. Skriv "föreslå" följt av punkten, så kommer den på nästa dagordning.',
  published: 'Dagordningen är publicerad. Välj om punkten ska upp under övrigt nu eller på nästa dagordning.',
  'not-convener': 'Bara sammankallande kan flytta mötet. Be hen skriva "flytta".',
  'not-free':
    'Den tiden går inte: den har passerat, är en ledig dag, krockar med ett annat möte eller ligger förbi forumets möte före eller efter. Välj en av tiderna.',
  'moved-meanwhile':
    'Mötet flyttades medan du hade rutan öppen, till tiden som står här ovanför. Välj en ny tid om det ska flyttas igen.',
  begun: 'Mötet har redan börjat, så det kan inte flyttas.',
  locked: 'Dagordningen är publicerad, så punkten kan inte ändras eller tas bort längre. Ta upp det på mötet.',
  'not-yours': 'Bara den som föreslog punkten kan ändra den.',
  'not-secretary':
    'Bara sekreteraren och sammankallande kan skriva i anteckningarna. Säg till sekreteraren, eller föreslå en punkt.',
  'no-such-item': 'Den punkten finns inte på dagordningen. Skriv "dagordning" för att se numren.',
  'not-begun': 'Mötet har inte börjat. Anteckningarna öppnas när mötet börjar.',
  'not-closed': 'Mötet är inte avslutat än. Avsluta det först, så blir anteckningarna ett utkast att godkänna.',
  closed: 'Mötet är avslutat. Öppna utkastet och välj Ändra.',
  'already-approved': 'Anteckningarna är redan godkända, så ingenting ändrades.',
  stale: 'Kortet var inte aktuellt, så ingenting ändrades. Här är läget nu.',
  'not-your-figure':
    'Din enhet lämnar inga siffror med formulär i det här forumet. Skriv "indikatorer" för att se vem som lämnar vad.',
  'too-long': 'Anteckningarna blir för långa för att godkännas i Teams. Korta texten eller lägg den i ett eget dokument.',
  'not-your-turn': 'Det är inte din tur att skriva på det här mötet, så ingenting ändrades.',
  'swap-open': 'Det finns redan en fråga om byte. Vänta på svar, eller ta tillbaka den med "ångra byte".',
  'swap-taken': 'Du har tagit över turen. Skriv "ångra byte" för att lämna tillbaka den, eller "byta" för att fråga någon annan.',
  'no-secretary': 'Ingen är utsedd att skriva än. Det sker när dagordningen öppnas.',
  'no-swap': 'Frågan om byte gäller inte längre. Skriv "vem är sekreterare" för att se vem som skriver.',
  'not-asked': 'Frågan gick till någon annan, så ingenting ändrades.',
  'own-turn': 'Det är redan den personens tur. Fråga någon annan, eller alla.',
  'not-your-swap': 'Bara den som har turen, en kollega i samma enhet och sammankallande kan byta eller ångra bytet.',
  'not-filed': 'Anteckningarna är inte godkända än, så du kan ändra dem som de är.',
  'no-filed-report': 'Rapporten ligger inte på samarbetsytan, så det finns inget diarienummer att skriva in.',
  'not-registrar': 'Diarienumret skrivs in av dem som gör rapporten och av varje myndighets registrator.',
  'no-number': 'Skriv minst ett diarienummer.',
  'long-number': 'Ett diarienummer får ha högst 60 tecken. Skriv bara numret.',
  'being-filed': 'Anteckningarna är på väg till samarbetsytan. Försök igen om en stund.',
  'no-report': 'Det finns ingen rapport att visa här.',
  'not-report': 'Rapporten visas för medlemmarna i forumet som gör den och i forumet som får den.',
  'not-maker': 'Bara forumet som gör rapporten och den rapportansvariga fryser den.',
  'other-report': 'Rapporten har ändrats sedan kortet visades. Skriv "rapport" för att se den som den är.',
  'no-such-year': 'Det finns ingen uppföljning av det året. Skriv "rapport år" för att se den som görs nu.',
  'too-long-follow-up': 'Varje fält får ha högst 1500 tecken. Korta texten.',
  'same-report': 'Ingenting har ändrats sedan rapporten frystes, så det blir ingen ny version.',
  'not-reach': 'Bara sekreteraren och sammankallande ser vem som nåddes. Fråga någon av dem.',
  'no-such-action': 'Jag hittar inte den åtgärden. Skriv "mina åtgärder" för att se dem du har.',
  'not-your-action': 'Bara den som har åtgärden, sekreteraren och sammankallande kan markera den som klar.',
  'not-yours-to-withdraw': 'Bara sekreteraren och sammankallande kan ta bort en åtgärd. Skjut upp den, eller be någon av dem.',
  'already-ended': 'Åtgärden är redan avslutad. Skriv "mina åtgärder" för att se dem som är öppna.',
  'needs-reason': 'Skriv varför, så att de andra förstår.',
  'needs-later-day': 'Välj en ny dag som ligger efter den förra.',
  'not-decider': 'Bara den vars forum lyfter frågor dit för beslut kan skriva in beslut därifrån. Be någon av dem.',
  'not-yet': 'Den dagen har inte varit än. Välj dagen då det beslutades.',
  'unknown-person': 'Jag hittar ingen medlem med det namnet. Skriv @ och namnet så som det står i Teams.',
  'ambiguous-person': 'Flera medlemmar heter så. Skriv för- och efternamn efter @.',
  'unknown-date': 'Jag förstår inte datumet. Skriv t.ex. "senast 9 april".',
  'no-such-question': 'Den frågan finns inte. Skriv "öppna frågor" för att se frågorna och deras nummer.',
  ended: 'Frågan är avslutad, så ingenting ändrades. Skriv "lyft" följt av frågan om den behöver ställas igen.',
  'not-now': 'Så långt har frågan inte kommit, eller så är den redan förbi det. Skriv "fråga" och numret för att se läget.',
  'not-asker': 'Bara den som frågade kan göra det. Du kan lyfta en egen fråga med "lyft".',
  'not-here': 'Bara sekreteraren och sammankallande i ett forum som väntar på svaret kan ta emot det. Säg till sekreteraren.',
  'not-handler':
    'Bara sammankallande och mötets sekreterare där frågan ligger kan svara på den. Skriv "fråga" och numret för att se var den är.',
  'same-question': 'Det är samma fråga. Välj en annan att slå ihop den med.',
  'other-place': 'Frågorna ligger på olika ställen, så de kan inte slås ihop än. Skriv "öppna frågor" för att se var.',
  'no-path': 'Härifrån går ingen fråga vidare enligt överenskommelsen. Föreslå en punkt till ert eget möte i stället.',
  'lifted-already': 'Punkten är redan lyft. Skriv "öppna frågor" för att se var frågan är.',
  'no-cases': 'I det här forumet anmäls inga ärenden av din verksamhet. Ta det per telefon med den det gäller.',
  'no-more-cases': 'Mötet är avslutat. Anmäl ärendet till nästa möte med "anmäl ärende".',
  'no-such-case': 'Det ärendet står inte på dagordningen. Skriv "ärenden" för att se dem som gör det.',
  'not-your-case': 'Bara de som lämnar samtycke i ärendet kan ändra det. Den som anmälde det och sammankallande kan ta bort det.',
  'alias-taken': 'Det finns redan ett ärende med den beteckningen på mötet. Använd en annan.',
  'consent-early': 'Samtycket är daterat efter mötet. Kontrollera dagen.',
  'consent-short': 'Samtycket gäller inte på mötets dag. Förnya det tillsammans med personen och anmäl ärendet igen.',
  'same-giver': 'Välj vem ni önskar något av. Det ska vara någon annan än er själva.',
  'counts-only':
    'Under ärendedragningen skrivs bara antal, slag och åtgärder. Skriv "åtgärd" och vad som ska göras, eller anteckna under en annan punkt.',
  'no-situations': 'I det här forumet skriver din verksamhet ingen lägesbild. Skriv "föreslå" och en punkt i stället.',
  'too-long-situation': 'Lägesbilden får ha högst 1500 tecken. Korta den.',
  'not-on':
    'Inget möte pågår nu och inget utkast väntar, så det går inte att kommentera. Säg till sekreteraren, eller skriv "föreslå" och en punkt.',
  adjusted: 'Punkten är omedelbart justerad och ändras inte i utkastet. Det går när anteckningarna har sparats och öppnats igen.',
  'already-adjusted': 'Punkten är redan omedelbart justerad.',
  'nothing-written': 'Det står ingenting under punkten än, så det finns inget att justera.',
  unread: 'Anteckningarna är långa. Läs alla sidor av texten som den är nu, så kan du godkänna på den sista.',
  commented: 'Någon har kommenterat utkastet sedan du fick se det. Läs kommentaren och godkänn sedan, med den eller utan.',
  'comes-back': 'Punkten kommer tillbaka av sig själv tills den är klar, så den behöver inte bordläggas.',
  'no-reason': 'Skriv varför punkten ska tas upp igen, till exempel "bordlägg Vi väntar på siffrorna".',
  'not-setter': 'Bara medlemmarna i det forum som sätter målet kan skriva in det, så ingenting ändrades.',
  'no-setter': 'Överenskommelsen säger inte vem som sätter mål för den indikatorn, så det kan inte göras här.',
  'not-a-share': 'En andel kan vara högst 100 %. Skriv till exempel 85.',
  'not-a-number': 'Skriv målvärdet med siffror, till exempel 85.',
  'ends-before': 'Målet kan inte sluta gälla innan det börjar. Rätta en av dagarna.',
  'over-already': 'Den sista dagen har redan varit. Välj en dag framåt.',
  'not-decided': 'Beslutsdagen har inte varit än. Skriv in målet när det är beslutat.',
  'target-gone': 'Målet gäller inte längre, eller så har någon redan tagit tillbaka det, så ingenting ändrades.',
  'not-reported': 'Målet kan inte ha redovisats före beslutet eller efter i dag. Rätta dagen, eller lämna den tom.',
  'not-followed':
    'Den indikatorn följs inte upp i något av dina forum, så ingenting sparades. Skriv "indikatorer" för att se vilka som gör det.',
  'no-such-period': 'Den perioden visas inte längre. Öppna formuläret igen och välj en av perioderna där.',
  'too-long-note': 'Varje fält får ha högst 300 tecken. Korta texten.',
  'empty-note': 'Skriv något i minst ett av fälten.',
  empty: 'Det saknas text. Skriv vad det gäller efter ordet.',
};

const FOUND: Partial<Record<Finding['type'], string>> = {
  personnummer: 'ett personnummer',
  samordningsnummer: 'ett samordningsnummer',
  tf_nummer: 'ett tillfälligt personnummer',
  lma_nummer: 'ett LMA- eller dossiernummer',
  personnummer_misstankt: 'ett personnummer, kanske felskrivet',
  fodelsedatum: 'ett personnummer i delar',
  personnummer_del: 'ett personnummer i delar',
};

/** Never repeats a digit of what was found. `where` names the field. */
export const stopped = (findings: readonly Finding[], where = 'den'): { text: string; detail: string } => ({
  text: `Jag sparade inte texten: ${where} ser ut att innehålla ${FOUND[findings[0]!.type] ?? 'en uppgift om en enskild'}.`,
  detail:
    'Ta frågan per telefon; uppgifterna om den enskilde hör hemma i varje myndighets eget system. Här tas ärenden upp utan namn och nummer. Ditt eget meddelande ligger kvar i Teams: håll pekaren över det, välj Fler alternativ (…) och Ta bort.',
});

export const again = 'Är det något annat? Skriv exakt samma sak en gång till, så tar jag det.';

/** In a dialog what was stopped stands as […], and the rest is kept. */
export const againInField = 'Är det något annat? Skriv in det där […] står, så att texten blir exakt som förut, så tar jag den.';

const NOTICED: Partial<Record<Finding['type'], string>> = {
  telefonnummer: 'ett telefonnummer',
  epostadress: 'en e-postadress',
  fodelsedatum: 'ett födelsedatum',
  personnummer_maskerat: 'en del av ett personnummer',
  personnummer_del: 'en del av ett personnummer',
};

const CHANGE_IT =
  'Punkter och frågor ändrar du med Ändra under mitt svar, anteckningar i utkastet innan de godkänns. Det du skrev i chatten ligger också kvar i Teams: välj Fler alternativ (…) vid meddelandet och Ta bort.';

/** What was saved though it may point at somebody, by kind and never by value; '' when it is nothing. */
export function careful(kinds: readonly Finding['type'][]): string {
  if (kinds.length === 0) return '';
  const protectedOne = kinds.includes('skyddad_identitet')
    ? 'Det jag sparade nämner skyddade uppgifter. Gäller det en enskild person: ta bort det nu, och ta ärendet per telefon enligt er rutin för skyddade personuppgifter. '
    : '';
  const others = [...new Set(kinds.flatMap((kind) => NOTICED[kind] ?? []))];
  const list = new Intl.ListFormat('sv-SE', { type: 'conjunction' }).format(others);
  const also =
    others.length > 0
      ? `Det jag sparade ser ut att innehålla ${list}. Ta bort det om det gäller en enskild som ni möter i arbetet. `
      : '';
  return `${protectedOne}${also}${CHANGE_IT}`;
}

export const notMember = (forum: string, convener: string): string =>
  `Du är inte medlem i ${forum}, så jag kan varken visa eller ändra något där. Fråga ${convener}, som är sammankallande, om du ska vara med.`;

const OFFICES = {
  registrar: ['registrator', 'det som är sparat för din myndighet, med "att registrera"'],
  lead: ['rapportansvarig', 'rapporten, med "rapport", och siffrorna i varje forum, med "forumens siffror"'],
} as const;

/** For somebody with an office who asks for what members may; '' for everybody else. */
export function onlyOffice({ registersFor, leadsReports }: Person): string {
  const held = [...(registersFor === undefined ? [] : [OFFICES.registrar]), ...(leadsReports ? [OFFICES.lead] : [])];
  if (held.length === 0) return '';
  const and = new Intl.ListFormat('sv-SE', { type: 'conjunction' });
  const [names, seen] = [0, 1].map((n) => and.format(held.map((one) => one[n as 0 | 1])));
  return `Du är ${names} och inte medlem i forumet, så i vår egen chatt kan jag visa dig ${seen}, men inget annat.`;
}

/** Who sets the target of an indicator, for somebody who may not. */
export const setBy = (indicator: string, forum: string): string =>
  `Målet för ${indicator} sätts av ${forum}, så bara dess medlemmar kan skriva in det.`;

export const unknownPerson =
  'Jag känner inte igen dig från något forum i överenskommelsen. Be sammankallande i ditt forum att lägga till dig.';

export const apology = (id: string): string =>
  `Något gick fel hos mig och ingenting ändrades. Försök igen. Händer det igen: ge administratören koden ${id}.`;

/** What was nearly said, and nothing done about it. */
export const meantPerhaps = (commands: readonly Command[]): [text: string, rest: { detail: string }] => [
  `Menade du ${eitherOf(commands.map(({ say }) => `”${say[0]}”`))}? Jag har inte sparat något.`,
  {
    detail: commands
      .map(({ say, does, example }) => `${does}. Skriv ${example === say[0] ? '' : 'till exempel '}”${example}”.`)
      .join('\n'),
  },
];

const eitherOf = (words: readonly string[]): string => new Intl.ListFormat('sv-SE', { type: 'disjunction' }).format(words);
