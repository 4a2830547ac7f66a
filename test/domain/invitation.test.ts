import { describe, expect, it } from 'vitest';
import { forumOf } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';
import { invitationFor, invited } from '../../src/domain/invitation.ts';
import { type Meeting, planned } from '../../src/domain/meeting.ts';
import { retimed } from '../../src/domain/move.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { stockholm } from '../support/agreement.ts';
import { at } from '../support/clock.ts';

const meetingOf = (id: string): Meeting => {
  const forum = forumOf(stockholm, id);
  return planned(plan(forum, Temporal.PlainDate.from('2027-03-01'), Temporal.PlainDate.from('2027-05-31')).meetings[0]!);
};
const invitationOf = (meeting: Meeting, agreement = stockholm) =>
  invitationFor(meeting, forumOf(agreement, meeting.forum), agreement);

describe('an invitation', () => {
  const meeting = meetingOf('hub-ec');
  const invitation = invitationOf(meeting);

  it('says which forum and week it is, and the meeting’s own time', () => {
    expect(invitation.subject).toBe(`${forumOf(stockholm, 'hub-ec').name}, v. 9`);
    expect(invitation).toMatchObject({ start: meeting.start, end: meeting.end, agendaUrl: '' });
  });

  it('asks every member, and those who take part when needed as such', () => {
    expect(invitation.attendees.map(({ name, needed }) => `${name} ${needed}`)).toEqual([
      'Hassan Amiri always',
      'Ulrika Ström always',
      'Maja Lindahl always',
      'Nora Bergström always',
      'Tova Hedlund when-needed',
      'Elias Fors always',
    ]);
    expect(invitation.attendees.every(({ mail }) => mail.endsWith('.example'))).toBe(true);
  });

  it('goes to nobody without an address, and to a new member from the first meeting as one', () => {
    const people = stockholm.people.map((one) => (one.id === 'nora' ? { ...one, mail: undefined } : one));
    expect(invitationOf(meeting, { ...stockholm, people }).attendees.map(({ name }) => name)).not.toContain('Nora Bergström');
    const asked = (day: string) => invited(stockholm, 'hub-intro', `${day}T13:00`).map(({ id }) => id);
    expect(asked('2027-03-02')).not.toContain('amina');
    expect(asked('2027-03-10')).toContain('amina');
  });

  it('names the agreement for what is the agreement’s, and nobody in its text', () => {
    const text = invitation.paragraphs.join('\n');
    expect(text).toContain('Dagordning och mötesanteckningar ska finnas på Samarbetsytan (Bilaga nyanlända, N 1.8).');
    expect(text).toContain(
      'Mötena ska ej avbokas (Bilaga nyanlända, N 1.8). Behövs en annan tid skriver sammankallande "flytta"',
    );
    for (const { name, mail } of stockholm.people) {
      expect(text).not.toContain(name!);
      expect(text).not.toContain(mail!);
    }
  });

  it('has a Teams link where the forum meets in Teams, and its place where it may meet elsewhere', () => {
    expect(invitation).toMatchObject({ online: true, place: '' });
    expect(invitationOf(meetingOf('education'))).toMatchObject({ online: true, place: 'Digitalt eller på plats' });
    const forums = stockholm.forums.map((one) =>
      one.id === 'hub-ec' ? { ...one, place: 'Rum 4', form: { ...one.form, held: 'in-person' as const } } : one,
    );
    expect(invitationOf(meeting, { ...stockholm, forums })).toMatchObject({ online: false, place: 'Rum 4' });
  });

  it('of a meeting that is moved says from when and why, to those who are not in Teams too', () => {
    const to = { start: '2027-03-09T10:00', end: '2027-03-09T11:00' };
    const moved = invitationOf(retimed(meeting, to, ownText('Lokalen är stängd'), 'hassan', at('2027-02-25T09:00')));
    expect(moved).toMatchObject({ ...to, subject: `${forumOf(stockholm, 'hub-ec').name}, v. 10` });
    expect(moved.paragraphs[0]!.replaceAll('\u00a0', ' ')).toBe(
      'Mötet är flyttat från tisdag 2 mars 2027 till tisdag 9 mars 2027 kl. 10.00–11.00 (v. 10). Skäl: Lokalen är stängd.',
    );
    expect(moved.paragraphs.join()).not.toContain('hassan');
  });
});
