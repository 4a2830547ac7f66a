/**
 * What an auditor of either party can read: who was given or lost a role, when a target or a rule changed, who approved,
 * opened again or moved what. Never what was said, decided or counted (ours).
 */
import type { Agreement } from './agreement.ts';
import type { Meeting } from './meeting.ts';
import type { KeptTarget } from './targets.ts';

/** What a definition gives people, by a key each; a list of ids, or one fingerprint where only *that* it changed is told. */
export type Facets = Record<string, string[]>;

/** `members/hub`: ids. Rules and targets are given as they stand; whoever keeps them keeps fingerprints. */
export function facetsOf(agreement: Agreement): { people: Facets; rules: Record<string, unknown> } {
  const people: Facets = {};
  const rules: Record<string, unknown> = { disclosure: [agreement.disclosureThreshold, agreement.fewBelow] };
  for (const forum of agreement.forums) {
    const who = (of: (person: Agreement['people'][number]) => readonly string[]) =>
      agreement.people
        .filter((person) => of(person).includes(forum.id))
        .map(({ id }) => id)
        .sort();
    people[`members/${forum.id}`] = who(({ forums }) => forums);
    people[`when-needed/${forum.id}`] = who(({ whenNeeded }) => whenNeeded);
    people[`convener/${forum.id}`] = who(({ convenes }) => convenes);
    const { mandate, rhythm, pauses, moving, approval, lifts, rotation, cases, standingItems } = forum;
    rules[`forum/${forum.id}`] = { mandate, rhythm, pauses, moving, approval, lifts, rotation, cases, standingItems };
  }
  const named = (is: (person: Agreement['people'][number]) => boolean) =>
    agreement.people
      .filter(is)
      .map(({ id }) => id)
      .sort();
  for (const { id } of agreement.authorities) people[`registrar/${id}`] = named(({ registersFor }) => registersFor === id);
  people['report-lead/'] = named(({ leadsReports }) => leadsReports);
  for (const { id, target, setBy, owner } of agreement.indicators) {
    rules[`target/${id}`] = target ?? null;
    rules[`setter/${id}`] = setBy ?? null;
    rules[`owner/${id}`] = owner;
  }
  return { people, rules };
}

export type AuditEvent = { at: string; by: string } & (
  | { what: 'definition'; changes: FacetChange[] }
  | { what: 'target' | 'target-taken-back'; indicator: string; forum: string }
  | { what: 'moved' | 'approved' | 'reopened'; meeting: string }
);

export interface FacetChange {
  facet: string;
  joined: string[];
  left: string[];
}

/** Facets that differ, in the order of their names. */
export function changedFacets(before: Facets, after: Facets): FacetChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((facet) => {
    const [was, is] = [new Set(before[facet]), new Set(after[facet])];
    const [joined, left] = [[...is].filter((id) => !was.has(id)), [...was].filter((id) => !is.has(id))];
    return joined.length + left.length > 0 ? [{ facet, joined, left }] : [];
  });
}

interface Recorded {
  at: string;
  by: string;
  facets: Facets;
}

/** Every event, oldest first; `at` is Stockholm wall clock. A first version is one event with everybody in it. */
export function auditOf(
  versions: readonly Recorded[],
  targets: readonly KeptTarget[],
  meetings: readonly Meeting[],
): AuditEvent[] {
  const events: AuditEvent[] = [];
  for (const [n, { at, by, facets }] of versions.entries())
    events.push({ at, by, what: 'definition', changes: changedFacets(versions[n - 1]?.facets ?? {}, facets) });
  for (const { at, by, indicator, forum, takenBack } of targets) {
    events.push({ at, by, what: 'target', indicator, forum });
    if (takenBack) events.push({ ...takenBack, what: 'target-taken-back', indicator, forum });
  }
  for (const meeting of meetings) {
    const { id, stage } = meeting;
    for (const { at, by } of meeting.moves ?? []) events.push({ at, by, what: 'moved', meeting: id });
    for (const { at, by, approved } of meeting.reopenings ?? []) {
      events.push({ at: approved.at, by: approved.by, what: 'approved', meeting: id });
      events.push({ at, by, what: 'reopened', meeting: id });
    }
    if (stage.name === 'approved' || stage.name === 'filed')
      events.push({ at: stage.at, by: stage.by, what: 'approved', meeting: id });
  }
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
