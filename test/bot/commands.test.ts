import { describe, expect, it } from 'vitest';
import { itemNumber } from '../../bot/commands/minutes.ts';
import { commands, understand } from '../../bot/commands.ts';
import { findMember } from '../../bot/members.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Person } from '../../src/domain/agreement.ts';

/** The command understood, by the word it is shown with, and the text after it. */
const heard = (said: string) => {
  const found = understand(said);
  return found && [found.command.say[0], found.rest];
};

describe('what somebody says', () => {
  it('is understood in any case, with or without a colon', () => {
    for (const said of [
      'föreslå Hur gör vi?',
      'FÖRESLÅ Hur gör vi?',
      'Föreslå: Hur gör vi?',
      'föreslå : Hur gör vi?',
      '  föreslå   Hur gör vi?  ',
    ])
      expect(heard(said), said).toEqual(['föreslå', 'Hur gör vi?']);
    expect(heard('NÄSTA MÖTE')).toEqual(['nästa möte', '']);
  });

  it('is understood by the longest way to say it', () => {
    expect(heard('föreslå punkt Tolkar')).toEqual(['föreslå', 'Tolkar']);
    expect(heard('föreslå punkter som väntar')).toEqual(['föreslå', 'punkter som väntar']);
    expect(heard('nästa möten')).toEqual(['plan', '']);
  });

  it('tells the secretary from who the secretary is, and notes from noting', () => {
    expect(heard('sekreterare')).toEqual(['vem är sekreterare', '']);
    expect(heard('vem är sekreterare?')).toEqual(['vem är sekreterare', '']);
    expect(heard('Varför jag?')).toEqual(['vem är sekreterare', '']);
    expect(heard('anteckna Tolken uteblev')).toEqual(['anteckna', 'Tolken uteblev']);
    expect(heard('anteckningar')).toEqual(['anteckningar', '']);
    expect(heard('visa anteckningar')).toEqual(['anteckningar', '']);
  });

  it('is understood without å, ä and ö too', () => {
    expect(heard('nasta mote')).toEqual(['nästa möte', '']);
    expect(heard('foresla Tolkar')).toEqual(['föreslå', 'Tolkar']);
    expect(heard('atgard Boka lokal')).toEqual(['åtgärd', 'Boka lokal']);
  });

  it('is understood when å, ä and ö come as a letter and a sign, as some keyboards send them', () => {
    expect(heard('föreslå Går det?'.normalize('NFD'))?.[0]).toBe('föreslå');
    expect(heard('åtgärd Boka lokal'.normalize('NFD'))).toEqual(['åtgärd', 'Boka lokal']);
    expect(heard('nästa möte'.normalize('NFD'))).toEqual(['nästa möte', '']);
  });

  it('is not understood when the word goes on, or comes later, or is none of ours', () => {
    for (const said of [
      'föreslåpunkt',
      'antecknade du?',
      'dagordningarna',
      'beslutet är fattat',
      'kan du föreslå något',
      'hej',
      '',
      '   ',
      'klart',
      'constructor',
      '__proto__',
    ])
      expect(heard(said), said).toBeUndefined();
  });

  it('keeps its lines, its case and its own signs', () => {
    expect(heard('anteckna Rad ett\nRad TVÅ!')).toEqual(['anteckna', 'Rad ett\nRad TVÅ!']);
    expect(heard('föreslå "Hur?"')).toEqual(['föreslå', '"Hur?"']);
  });
});

describe('the list of commands', () => {
  it('understands every way to say each, and every example it shows', () => {
    for (const command of commands) {
      for (const way of command.say) expect(understand(way)?.command, way).toBe(command);
      expect(understand(command.example)?.command, command.example).toBe(command);
    }
  });

  it('has no two commands with one word, and explains each in a line', () => {
    const ways = commands.flatMap((command) => command.say);
    expect(new Set(ways).size).toBe(ways.length);
    for (const { does } of commands) expect(does.length, does).toBeLessThanOrEqual(100);
  });
});

describe('a number first', () => {
  it('chooses the item', () => {
    expect(itemNumber('3 Tolken uteblev')).toEqual({ number: 3, text: 'Tolken uteblev' });
    expect(itemNumber('punkt 3: Tolken uteblev')).toEqual({ number: 3, text: 'Tolken uteblev' });
    expect(itemNumber('Punkt 12 Rad ett\nRad två')).toEqual({ number: 12, text: 'Rad ett\nRad två' });
    expect(itemNumber('3) Tolken')).toEqual({ number: 3, text: 'Tolken' });
  });

  it('is part of the text when it is a clock, a year or a span, or stands alone', () => {
    for (const text of ['9.30 börjar vi', '2027 ser bättre ut', '3', 'punkt 3', '3-4 personer', 'Tolken uteblev 3 gånger'])
      expect(itemNumber(text), text).toEqual({ number: undefined, text });
  });
});

describe('the member meant', () => {
  const person = (id: string, name: string, forums = ['hub']): Person => ({
    id,
    name,
    role: '',
    unit: 'a',
    mail: undefined,
    forums,
    whenNeeded: [],
    convenes: [],
    registersFor: undefined,
    leadsReports: false,
    tenant: undefined,
    entraId: undefined,
    since: undefined,
    away: [],
  });
  const sara = person('sara', 'Sara Nyström');
  const per = person('per', 'Per Holm');
  const other = person('other', 'Per Ek');
  const anna = person('anna', 'Anna-Karin Bo');
  const kim = person('kim', 'Kim Berg', []);

  const turn = (people: Person[], mentioned: Turn['mentioned'] = []): Turn =>
    ({ product: { agreement: { people } }, forum: { id: 'hub' }, actor: { person: sara }, mentioned }) as unknown as Turn;
  const found = (text: string, people = [sara, per, anna, kim], mentioned: Turn['mentioned'] = []) => {
    const result = findMember(turn(people, mentioned), text);
    return result.ok ? [result.value.person.id, result.value.rest] : result.no;
  };

  it('is the one Teams says was mentioned, whatever the name looks like', () => {
    const mention = { person: other, text: '<at>Per Ek</at>' };
    expect(found('<at>Per Ek</at> Boka lokal', [sara, per, other], [mention])).toEqual(['other', 'Boka lokal']);
    expect(found('Boka lokal <at>Per Ek</at> i Kista', [sara, per, other], [mention])).toEqual(['other', 'Boka lokal i Kista']);
  });

  it('is found by first name or by full name, in any case', () => {
    expect(found('@Per Boka lokal')).toEqual(['per', 'Boka lokal']);
    expect(found('@per holm Boka lokal')).toEqual(['per', 'Boka lokal']);
    expect(found('Boka lokal, @PER')).toEqual(['per', 'Boka lokal,']);
    expect(found('@Anna-Karin Ring')).toEqual(['anna', 'Ring']);
  });

  it('is asked for when two have the first name, and not when the full name is given', () => {
    expect(found('@Per Boka lokal', [sara, per, other])).toBe('ambiguous-person');
    expect(found('@Per Ek Boka lokal', [sara, per, other])).toEqual(['other', 'Boka lokal']);
  });

  it('is the writer when nobody is named', () => {
    expect(found('Boka lokal')).toEqual(['sara', 'Boka lokal']);
  });

  it('is nobody when the name is unknown, only begins like one, or is not a member’s', () => {
    for (const text of ['@Pelle Boka', '@Perssons lokal', '@Anna Ring', '@ Boka', '@Kim Berg Boka'])
      expect(found(text), text).toBe('unknown-person');
    const mention = { person: kim, text: '<at>Kim Berg</at>' };
    expect(found('@Kim Berg Boka', [sara, per, kim], [mention])).toBe('unknown-person');
  });
});
