import { membersOf, unitName } from '../../src/domain/agreement.ts';
import { view } from '../../src/flows/cards.ts';
import { takeAttendance } from '../../src/flows/take-notes.ts';
import type { Dialog } from '../dialogs.ts';
import { refusals } from '../sentences.ts';

export const attendance: Dialog = {
  async open({ product, forum }, { meeting: id = '' }) {
    const meeting = await product.store.read((reader) => reader.meeting(id));
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    const members = membersOf(product.agreement, forum.id);
    const units = forum.units.map((unit) => ({
      id: unit,
      name: unitName(product.agreement, unit),
      people: members
        .filter((person) => person.unit === unit)
        .map((person) => ({ id: person.id, name: person.name, present: meeting.attendance[unit]?.includes(person.id) ?? false })),
    }));
    return { title: 'Närvaro', view: view('dialog-attendance', { meeting: meeting.id, units }) };
  },

  async submit({ product, forum, actor }, claims) {
    const members = membersOf(product.agreement, forum.id);
    const present = Object.fromEntries(
      forum.units.map((unit) => {
        const said = (claims[`unit_${unit}`] ?? '').split(',').map((id) => id.trim());
        return [unit, members.filter((person) => person.unit === unit && said.includes(person.id)).map((person) => person.id)];
      }),
    );
    const done = await takeAttendance(product, actor, claims['meeting'] ?? '', present);
    return { say: done.ok ? 'Närvaron är sparad.' : refusals[done.no] };
  },
};
