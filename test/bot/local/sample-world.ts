import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalPerson, LocalTeam } from '../../../bot/local/roster.ts';

export const hubChannel = '19:hub-intro@thread.tacv2';
export const sectionChannel = '19:section@thread.tacv2';
export const botId = '28:5a000000-0000-4000-8000-000000000001';
export const botName = 'Samverkan';

export const team: LocalTeam = {
  id: '19:team-samverkan@thread.tacv2',
  name: 'Samverkan Stockholm',
  channels: [
    { id: hubChannel, name: 'Kommunhubb Intro', forum: 'hub-intro' },
    { id: sectionChannel, name: 'Sektionschefer', forum: 'section' },
  ],
  tenantId: 'stad-tenant',
};

const person = (
  number: number,
  id: string,
  name: string,
  organisation: string,
  unit: string,
  role: string,
  memberOf: string[],
): LocalPerson => ({
  id,
  name,
  tenantId: organisation === 'Stockholms stad' ? 'stad-tenant' : 'af-tenant',
  aadObjectId: `00000000-0000-4000-8000-00000000000${number}`,
  teamsId: `29:1${id}`,
  organisation,
  unit,
  role,
  memberOf,
});

export const people: LocalPerson[] = [
  person(1, 'sara', 'Sara Nyström', 'Arbetsförmedlingen', 'AF Järva', 'Handläggare', [hubChannel]),
  person(2, 'per', 'Per Holm', 'Stockholms stad', 'Intro Stockholm', 'Socialsekreterare', [hubChannel]),
  person(3, 'karin', 'Karin Åberg', 'Arbetsförmedlingen', 'AF Järva', 'Sektionschef', [hubChannel, sectionChannel]),
  person(4, 'per-e', 'Leila Öz', 'Stockholms stad', 'Etableringscentrum', 'Jobbcoach', [sectionChannel]),
  person(5, 'frank', 'Frank Utter', 'Utanför hubben', '', 'Besökare', []),
];

export function throwawayDir(): string {
  return mkdtempSync(join(tmpdir(), 'local-teams-'));
}
