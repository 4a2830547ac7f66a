import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Play, play, textOf } from '../support/local.ts';

const MEETING = 'hub-intro-2027-03-16';
const FOLDER = 'hub-intro/2027';
const MINUTES = `${FOLDER}/${MEETING}-motesanteckningar.docx`;

describe('minutes on their way to the samarbetsyta', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());
  const minutes = (person = 'sara') => hub.card(person, `minutes/${MEETING}`)!;
  const waits = () => hub.messages('sara').filter((one) => one.key.startsWith(`waits/${MINUTES}`));
  const library = async (name: string) => (await hub.local.world.samarbetsyta.files()).filter((one) => one.library === name);

  it('wait when somebody has the file open: the card says so, the secretary hears it once', async () => {
    await hub.to('2027-03-16T13:00');
    await hub.say('sara', 'anteckna 2 Deltagandet var 70 procent');
    await hub.press('sara', minutes(), 'minutes_close');
    hub.local.world.samarbetsyta.faults.lock(`Mötesdokument/${MINUTES}`);
    await hub.press('sara', minutes(), 'minutes_approve');
    expect(textOf(minutes().card)).toContain('någon har filen öppen');
    await hub.to('2027-03-16T15:00');
    expect(waits().map((one) => textOf(one.card))).toEqual([expect.stringContaining('stänga den')]);
    expect((await library('Mötesdokument')).filter((one) => one.path === MINUTES)).toEqual([]);
  });

  it('are filed by themselves when it is closed, once, and the card says so', async () => {
    hub.local.world.samarbetsyta.faults.unlock(`Mötesdokument/${MINUTES}`);
    await hub.to('2027-03-16T16:00');
    expect((await library('Mötesdokument')).filter((one) => one.path.includes('motesanteckningar.docx'))).toHaveLength(1);
    expect(textOf(minutes().card)).not.toContain('öppen');
    expect(JSON.stringify(minutes().card)).toContain('motesanteckningar.docx');
  });
});
