/** Swedish as it is written at work, with every kind of number that is nobody's. */
import fc from 'fast-check';
import { checkDigit } from './personal-numbers.ts';

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'));
const two = (number: number) => String(number).padStart(2, '0');
const whole = (min: number, max: number) => fc.integer({ min, max });
const pick = (...list: string[]) => fc.constantFrom(...list);
const join = (by: string, ...parts: fc.Arbitrary<string | number>[]) => fc.tuple(...parts).map((said) => said.join(by));
const says = (strings: TemplateStringsArray, ...parts: fc.Arbitrary<string | number>[]) =>
  fc.tuple(...parts).map((said) => strings.reduce((text, string, k) => `${text}${string}${said[k] ?? ''}`, ''));
const grouped = (max: number) => whole(0, max).map((number) => String(number).replace(/\B(?=(\d{3})+$)/g, '\u00a0'));

const date = fc.tuple(whole(2015, 2032), whole(1, 12), whole(1, 28)).map(([year, month, day]) => ({
  year,
  month,
  day,
  iso: `${year}-${two(month)}-${two(day)}`,
  basic: `${year}${two(month)}${two(day)}`,
}));
const iso = date.map((one) => one.iso);
const basic = date.map((one) => one.basic);
const short = date.map((one) => one.basic.slice(2));
const clock = fc.tuple(whole(7, 17), pick('00', '15', '30', '45')).map(([hour, minute]) => `${two(hour)}.${minute}`);
const hhmm = clock.map((time) => time.replace('.', ''));
const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];
const long = date.map(({ day, month, year }) => `${day} ${months[month - 1]} ${year}`);
const organisation = fc
  .tuple(pick('2', '5', '7', '8', '9'), digits(1), whole(20, 99), digits(5))
  .map(([first, second, third, rest]) => `${first}${second}${third}${rest}`)
  .map((nine) => `${nine.slice(0, 6)}-${nine.slice(6)}${checkDigit(nine)}`);
const reference = digits(9).map((nine) => nine + checkDigit(nine));
const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));

/** Each kind of number with the sentence it stands in. */
export const KINDS: Record<string, fc.Arbitrary<string>> = {
  'a meeting day': says`Mötet hålls ${iso} kl. ${clock}–${clock}.`,
  'a day in words': says`Vi ses den ${long} kl. ${clock}.`,
  'a day and month': says`Senast ${whole(1, 28)}/${whole(1, 12)} ska underlaget vara klart.`,
  'a span of days': says`Perioden ${iso}--${iso} följs upp.`,
  'a span without hyphens': says`Perioden ${basic}-${basic}.`,
  'a short span': says`Avser ${short}-${short}.`,
  weeks: says`Uppehåll v. ${whole(1, 52)}–${whole(1, 52)}, möte vecka ${whole(1, 53)}.`,
  'a file of ours': says`hub-intro-${iso}-motesanteckningar.docx`,
  'a file with a time': says`Filen export_${basic}-${hhmm}.xlsx ligger på samarbetsytan.`,
  'a log’s time': says`Logg ${basic} ${hhmm}`,
  'a time stamp': says`${iso}T${clock.map((time) => time.replace('.', ':'))}:00Z`,
  'seconds since 1970': says`Tidsstämpel ${whole(1_500_000_000, 1_900_000_000)}`,
  'milliseconds since 1970': says`Meddelande ${whole(1_500_000_000_000, 1_900_000_000_000)}`,
  'an amount': says`Budget ${grouped(99_999_999)} kr, utfall ${grouped(99_999_999)} kr`,
  'an amount with öre': says`Fakturan är på ${grouped(999_999)},${digits(2)} kr.`,
  'counts by sex': says`Kvinnor ${grouped(9_999)}, män ${grouped(9_999)}, totalt ${grouped(19_999)}.`,
  shares: says`${whole(0, 100)} % av ${whole(5, 400)} kvinnor och ${whole(0, 100)} % av ${whole(5, 400)} män`,
  'a diary number of AF': says`Dnr Af-${whole(2015, 2027)}/${digits(4)} ${digits(4)}`,
  'a diary number of AMF': says`Underlag: AMF ${whole(2015, 2027)}/${whole(1, 9999)}.`,
  'a diary number of AMN': says`Dnr AMN ${whole(2015, 2027)}-${digits(4)}-1.4.1`,
  'a diary number of KS': says`KS ${whole(2015, 2027)}-${digits(6)}`,
  'a diary number with a date': says`Dnr ${basic}-${digits(4)}`,
  'a switchboard': says`Växeln nås på 08-${digits(3)} ${digits(2)} ${digits(2)}.`,
  'a mobile in groups': says`Ring mig på 070-${digits(3)} ${digits(2)} ${digits(2)}.`,
  'a mobile together': says`Mobil: 07${pick('0', '2', '3', '6', '9')}${digits(7)}`,
  'a number abroad': says`Ring +46 8 ${digits(3)} ${digits(3)} ${digits(2)}`,
  'a service': says`Kundtjänst 0771-${digits(3)} ${digits(3)}`,
  'dialling in': says`Ring in: +46 8 ${digits(3)} ${digits(3)} ${digits(2)},,${digits(9)}#`,
  'a meeting id': join(' ', pick('Mötes-ID:'), digits(3), digits(3), digits(3), digits(3)),
  'a meeting id together': says`Mötes-ID: ${digits(12)}`,
  'an organisation': says`Jobbspår AB, org.nr ${organisation}, deltar.`,
  'an organisation alone': says`Leverantören (${organisation}) har svarat.`,
  'a VAT number': says`Momsreg.nr SE${organisation.map((one) => one.replace('-', ''))}01`,
  'an OCR number': says`OCR ${reference}`,
  'an invoice': says`Fakturanummer ${digits(10)} är attesterat.`,
  'an order': says`Ordernr: ${digits(10)}`,
  'a bankgiro': says`Bankgiro ${digits(4)}-${digits(4)}`,
  'an account': says`Konto ${digits(4)}-${digits(1)},${digits(3)} ${digits(3)} ${digits(3)}-${digits(1)}`,
  'an IBAN': join(
    ' ',
    digits(2).map((check) => `IBAN SE${check}`),
    pick('5000', '8000', '3000'),
    pick('0000'),
    digits(4),
    digits(4),
    digits(4),
  ),
  'an ISBN': says`ISBN 978-91-${digits(3)}-${digits(4)}-${digits(1)}`,
  'an article': says`Artikelnummer ${digits(13)}`,
  'a law': says`Enligt ${whole(1, 40)} kap. ${whole(1, 30)} § lagen (${whole(1960, 2026)}:${whole(1, 1500)})`,
  'a bill': says`Prop. ${whole(1990, 2025)}/${digits(2)}:${whole(1, 250)}, SOU ${whole(1990, 2026)}:${whole(1, 99)}`,
  'a version': says`Version ${whole(1, 9)}.${whole(0, 40)}.${whole(0, 400)}.${whole(0, 9999)}`,
  'a build': says`Bygg ${basic}.${whole(1, 9)}`,
  'a GUID': join('-', hex(8), hex(4), hex(4), hex(4), hex(12)),
  'a hash': hex(64),
  'a commit': hex(40),
  'an address in Teams': says`https://teams.microsoft.com/l/meetup-join/19%3ameeting_${fc.stringMatching(/^[A-Za-z0-9]{40}$/)}%40thread.v2/0`,
  'a post code': says`Rinkebysvängen ${whole(1, 90)}, 163 ${digits(2)} Spånga`,
  'a place on the map': says`Koordinater 59.${digits(4)}, 18.${digits(4)}`,
  'a room': says`Rum ${whole(1, 9)}.${digits(2)}, plan ${whole(1, 9)}, kod ${digits(4)}`,
  'a row of counts': join(' ', whole(10, 99), whole(10, 99), whole(10, 99), whole(10, 99)),
  'a column of counts': join('\n', whole(0, 400), whole(0, 400), whole(0, 400), whole(0, 400)),
  'a table': join(' | ', pick('| Järva'), whole(0, 900), whole(0, 900), whole(0, 900), whole(0, 9999)),
  'an HTML table': join('</td><td>', pick('<tr><td>Järva'), whole(0, 900), whole(0, 900), whole(0, 9999), pick('</td></tr>')),
  years: says`Åren ${whole(2015, 2027)}, ${whole(2015, 2027)} och läsåret ${whole(2015, 2027)}/${digits(2)}`,
  'an age and a year': says`Unga 16–${whole(18, 29)} år födda ${whole(1990, 2010)}–${whole(1990, 2010)}`,
  'a paragraph': says`§ ${whole(1, 90)} Uppföljning av indikator ${whole(1, 9)}.${whole(1, 9)}`,
  'the word only': pick(
    'Skriv aldrig personnummer i anteckningarna.',
    'Ärendet tas upp utan namn och nummer, med samtycke.',
    'Samordningsnummer ges av Skatteverket.',
    'TF-nummer används för elever utan personnummer.',
    'LMA-kort och dossiernummer tas upp per telefon.',
    'Sekretessmarkerade handlingar förvaras i diariet.',
    'Formatet är ååååmmdd-nnnn.',
  ),
};

const PROSE = [
  'Tolken uteblev två gånger.',
  'Vi prövar fredagstider från maj och följer upp på nästa möte.',
  'Etableringscentrum tar fram underlag tillsammans med Arbetsförmedlingen.',
  'Frågan lyfts till sektionscheferna.',
  'Jobbtorg bjuder in till informationsträff; alla verksamheter är med.',
  'Ingen representant från verksamheten var på plats.',
  'Beslut: arbetssättet fortsätter, uppföljning efter sommaren.',
];

export const ordinaryText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 2, arbitrary: fc.oneof(...Object.values(KINDS)) }, { weight: 1, arbitrary: pick(...PROSE) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((sentences) => sentences.join(' '));
