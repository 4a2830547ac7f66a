/** Words that say what the digits beside them are. Only a few signs before or after are ever looked at. */

const before = (words: string) => new RegExp(`(?<![\\p{L}\\d])(?:${words})$`, 'iu');
/** Between the word and the digits: "nummer", "är" and what is no letter or digit. */
const THEN = '(?:[-\\s]?(?:nr|nummer|numret|no|id))?(?:\\s(?:är|med|på|till|nr|nummer))?[^\\p{L}\\d\\n]{0,12}';

const PERSON =
  /person\s?-?(?:nummer|numret|nr)|(?<![\p{L}\d])p(?:ers)?\.?-?\s?nr|sam(?:ordnings)?\.?-?\s?(?:nr|nummer|numret)|id(?:entitets)?-?(?:nummer|numret|nr)|födelsenummer|individnummer/iu;
const SOLE_TRADER = /enskild\s+(?:firma|näring)/i;
const OTHER_NUMBER = before(
  `(?:dnr|diarie|ärende-?(?=nr|nummer|numret|id)|inc|ocr|faktura|bankgiro|bg|plusgiro|pg|org\\.?|organisations|ref\\.?|referens|betalnings?-?referens|mötes-?id|meeting|konferens|conference|konto|clearing|iban|swift|order|beställning|best|artikel|art\\.?|serie|kund|avtals|ordernr|kolli|försändelse|streckkod|isbn|issn|ean|gtin|tidsstämpel|unixtid|timestamp|epoch)${THEN}`,
);
const DIARY_WORD = before('(?:dnr|diarie(?:nr|nummer)?|ärende(?:nr|nummer|id))[^\\p{L}\\d\\n]{0,8}');
/** Authorities as diaries write them; "son" is a word, "SON" a board. */
const DIARY = /(?<![\p{L}\d])(?:A[Ff]|AMF|AMN|SN|SON|KS|KF|KN|UN|MIGR|LST)[^\p{L}\d\n]{0,8}$/u;
const PHONE = before(`(?:hem|arbets|jobb|mobil)?(?:tel|tfn|tele|telefon|mobil|mob|ring|nås|växel|växeln|fax|sms|swish)${THEN}`);
const FILE =
  /(?:logg?|export|backup|kopia|fil|version|ver|stämpel|skapad|ändrad|uppdaterad|sparad|dump|import|körning|bygg|build|release|rapport|bild|img|scan|skärmbild|tid|kl)[^\p{L}\d]{0,4}$|_$/iu;
const FILE_END = /^(?:[-_ ]?\w{0,8})?\.[a-z]{2,5}\b/i;

const BEFORE = 60;
const AFTER = 30;

/** What stands around the digits of a reading from `from` to `to`; each question reads its slice when it is asked. */
export interface Around {
  /** The text says that a person's number follows or has been. */
  person(): boolean;
  /** The digits are some other number by the word just before them, and no sole trader's. */
  otherNumber(): boolean;
  diary(): boolean;
  phone(): boolean;
  /** A file's name or a log's line. */
  file(): boolean;
}

export function around(text: string, from: number, to: number): Around {
  const ahead = () => text.slice(Math.max(0, from - BEFORE), from);
  const wide = () => `${ahead()}#${text.slice(to, to + AFTER)}`;
  return {
    person: () => PERSON.test(wide()),
    otherNumber: () => OTHER_NUMBER.test(ahead()) && !SOLE_TRADER.test(wide()),
    diary: () => DIARY.test(ahead()) || DIARY_WORD.test(ahead()),
    phone: () => PHONE.test(ahead()),
    file: () => FILE.test(ahead()) || FILE_END.test(text.slice(to, to + 16)),
  };
}
