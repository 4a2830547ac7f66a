import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedOver, changeProposal, isTakenUp, openAgenda, propose, publish } from '../../src/domain/agenda.ts';
import { attend } from '../../src/domain/attendance.ts';
import { comeBack } from '../../src/domain/come-back.ts';
import { comment } from '../../src/domain/comments.ts';
import { type Action, type Item, type Meeting, reachedStage } from '../../src/domain/meeting.ts';
import {
  action,
  approve,
  begin,
  close,
  commentCount,
  edit,
  filed,
  finishAction,
  nextItem,
  note,
  outcome,
} from '../../src/domain/minutes.ts';
import type { Result } from '../../src/domain/result.ts';
import { hub } from './definition.ts';
import { nothing, plannedMeeting, proposal, text } from './meetings.ts';

/** What people and the clock may do to a meeting, in any order and as often as they like. */
type Real = { now: Meeting };
interface Model {
  approvedText: string | undefined;
  /** Item and who proposed it. */
  proposed: Map<string, string>;
  acted: Set<string>;
}

const words = (meeting: Meeting): string =>
  JSON.stringify([
    meeting.items,
    meeting.notes,
    meeting.outcomes,
    meeting.actions,
    meeting.earlierActions,
    meeting.attendance,
    meeting.absent,
    meeting.comments,
    meeting.comesBack,
    meeting.figures,
  ]);

class Step implements fc.Command<Model, Real> {
  readonly name: string;
  readonly change: (meeting: Meeting, model: Model) => Meeting | Result<Meeting, string>;
  constructor(name: string, change: Step['change']) {
    this.name = name;
    this.change = change;
  }
  check = () => true;
  toString = () => this.name;
  run(model: Model, real: Real) {
    const before = real.now;
    const frozen = JSON.stringify(before);
    const answer = this.change(before, model);
    expect(JSON.stringify(before), 'the meeting handed in is left as it was').toBe(frozen);
    if ('ok' in answer && !answer.ok) return;
    const after = 'ok' in answer ? answer.value : answer;
    real.now = after;
    expect(reachedStage(after, before.stage.name), `${before.stage.name} → ${after.stage.name}`).toBe(true);
    if (reachedStage(after, 'approved')) {
      model.approvedText ??= words(after);
      expect(words(after), 'an approved text never changes').toBe(model.approvedText);
    }
    whole(after);
    lost(after, model);
  }
}

/** Numbers and ids are unique, and everything stands under an item that is there. */
function whole(meeting: Meeting) {
  const unique = (all: unknown[]) => expect(new Set(all).size).toBe(all.length);
  const items = meeting.items.map((item) => item.id);
  unique(items);
  for (const all of [meeting.notes, meeting.outcomes, meeting.actions]) {
    unique(all.map((one) => one.id));
    for (const one of all) expect(items).toContain(one.item);
  }
  unique(meeting.outcomes.map((one) => one.paragraph));
  unique([...meeting.earlierActions, ...meeting.actions].map((one) => one.number));
  if (meeting.current !== '') expect(items).toContain(meeting.current);
}

/** Everything proposed is taken up or comes back, and every action is done or comes back. */
function lost(meeting: Meeting, model: Model) {
  const back = carriedOver(meeting);
  for (const id of model.proposed.keys())
    expect(isTakenUp(meeting, id) || back.items.some((item) => item.id === id), `item ${id} is lost`).toBe(true);
  const known = [...meeting.earlierActions, ...meeting.actions];
  for (const id of model.acted) {
    const one = known.find((each) => each.id === id);
    expect(one?.status === 'done' || back.actions.some((each) => each.id === id), `action ${id} is lost`).toBe(true);
  }
  expect(back.items.some((item) => item.kind === 'standing')).toBe(false);
}

const id = fc.constantFrom('1', '2', '3');
const anyItem = fc.constantFrom('p1', 'p2', 'p3', 'statistik', 'uteblivna', 'informationsoverforing', 'old', 'ghost');
const who = fc.constantFrom('sara', 'per');
const anyText = fc.constantFrom('a', 'b\nc', '', 'x'.repeat(8000)).map(text);

const steps: fc.Arbitrary<Step>[] = [
  fc.constant(
    new Step('open', (m, model) => {
      const opened = openAgenda(m, hub, { items: [oldItem], actions: [oldAction] }, 'Öppna åtgärder');
      if (opened !== m) model.proposed.set(oldItem.id, 'the meeting before');
      if (opened !== m) model.acted.add(oldAction.id);
      return opened;
    }),
  ),
  fc.constant(new Step('publish', publish)),
  fc.integer({ min: 1, max: 20 }).map((first) => new Step(`begin § ${first}`, (m) => begin(m, first))),
  fc.tuple(id, who, fc.boolean()).map(
    ([n, by, late]) =>
      new Step(`${by} proposes ${n}${late ? ' late' : ''}`, (m, model) => {
        const result = propose(m, `p${n}`, proposal(n, by), late);
        if (result.ok && !model.proposed.has(`p${n}`)) model.proposed.set(`p${n}`, by);
        return result;
      }),
  ),
  fc.tuple(id, who).map(
    ([n, by]) =>
      new Step(`${by} takes back ${n}`, (m, model) => {
        const result = changeProposal(m, `p${n}`, by, 'remove');
        if (result.ok) {
          expect(model.proposed.get(`p${n}`), 'only the proposer takes an item back').toBe(by);
          model.proposed.delete(`p${n}`);
        }
        return result;
      }),
  ),
  fc
    .tuple(id, who, anyText)
    .map(([n, by, title]) => new Step(`${by} changes ${n}`, (m) => changeProposal(m, `p${n}`, by, { title }))),
  fc.constant(new Step('next item', nextItem)),
  fc.constant(
    new Step('attendance', (m) =>
      attend(m, { present: { 'af-jarva': ['sara'] }, absent: { 'af-jarva': ['johan'] }, substitutes: {} }),
    ),
  ),
  fc
    .tuple(id, anyItem, anyText)
    .map(([n, item, what]) => new Step(`note ${n} under ${item}`, (m) => note(m, `n${n}`, item, what))),
  fc
    .tuple(id, anyItem, anyText)
    .map(([n, item, what]) => new Step(`outcome ${n} under ${item}`, (m) => outcome(m, hub, `o${n}`, item, what))),
  fc.tuple(id, anyItem).map(
    ([n, item]) =>
      new Step(`action ${n} under ${item}`, (m, model) => {
        const result = action(m, `a${n}`, item, { what: text(n), who: 'per', due: '2027-04-09' });
        if (result.ok) model.acted.add(`a${n}`);
        return result;
      }),
  ),
  fc
    .tuple(anyItem, anyText)
    .map(([item, why]) => new Step(`${item} is put off`, (m) => comeBack(m, item, 'tabled', text(why || 'Hanns inte')))),
  fc
    .tuple(id, anyItem, anyText)
    .map(
      ([n, item, what]) =>
        new Step(`comment ${n} on ${item}`, (m) => comment(m, `k${n}`, item, { text: what, by: 'per', at: '2027-03-16T13:20' })),
    ),
  fc.integer({ min: 1, max: 5 }).map((n) => new Step(`action number ${n} is done`, (m) => finishAction(m, n))),
  fc.constant(new Step('close', (m) => close(m, '2027-03-16T14:00', []))),
  fc.tuple(fc.integer({ min: 0, max: 3 }), anyItem, anyText).map(
    ([version, item, what]) =>
      new Step(`edit ${item} seen at ${version}`, (m) =>
        edit(m, version, [
          { field: `notes:${item}`, text: what },
          { field: 'outcome:o1', text: what },
          { field: 'action:a1', text: what },
        ]),
      ),
  ),
  fc.constant(
    new Step('approve what is shown', (m) =>
      approve(m, { version: m.version, hash: 'h', comments: commentCount(m) }, { hash: 'h' }, 'sara', '2027-03-20T09:00'),
    ),
  ),
  fc
    .integer({ min: 0, max: 3 })
    .map(
      (version) =>
        new Step(`approve ${version}`, (m) =>
          approve(m, { version, hash: 'h', comments: commentCount(m) }, { hash: 'h' }, 'sara', '2027-03-20T09:00'),
        ),
    ),
  fc.constant(new Step('filed', (m) => filed(m, 'https://example.test/m.docx'))),
];

const oldItem: Item = {
  ...proposal('Från förra mötet'),
  id: 'old',
  why: { kind: 'carried-over', from: '2027-03-02', reason: 'not-reached' },
  late: false,
  indicators: [],
};
const oldAction: Action = {
  id: '2027-03-02-old',
  item: 'statistik',
  number: 2,
  what: text('Ringa'),
  who: 'per',
  due: '2027-03-10',
  status: 'open',
};

describe('in whatever order things happen', () => {
  it('the stage only goes forward, nothing is lost, and an approved text never changes', () => {
    fc.assert(
      fc.property(fc.commands(steps, { maxCommands: 100, size: 'max' }), (commands) => {
        fc.modelRun(
          () => ({
            model: { approvedText: undefined, proposed: new Map(), acted: new Set<string>() },
            real: { now: plannedMeeting() },
          }),
          commands,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('an action and an item go on from meeting to meeting until they are done or taken up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (meetings) => {
        let carried: { items: Item[]; actions: Action[] } = { items: [oldItem], actions: [oldAction] };
        for (let n = 0; n < meetings; n += 1) {
          const open = openAgenda(plannedMeeting(), hub, carried, 'Öppna åtgärder');
          carried = carriedOver(begin(open, 1));
        }
        expect(carried.items.map((item) => item.title)).toEqual(['Från förra mötet']);
        expect(carried.actions).toEqual([oldAction]);
        expect(carriedOver(openAgenda(plannedMeeting(), hub, nothing, ''))).toEqual(nothing);
      }),
    );
  });
});
