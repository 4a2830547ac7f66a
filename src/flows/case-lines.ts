/** What members of the forum see of a meeting's cases. */
import type { Forum } from '../domain/agreement.ts';
import { waitsFor } from '../domain/cases.ts';
import { type Meeting, reachedStage } from '../domain/meeting.ts';
import type { CaseLine } from './views/cases.ts';

/** The cases as members read them, until the meeting is closed. */
export function caseLines(forum: Forum, meeting: Meeting): CaseLine[] {
  const { cases: rules } = forum;
  if (!rules || reachedStage(meeting, 'draft')) return [];
  const named = (giver: string) => rules.givers.find(({ id }) => id === giver)?.name ?? giver;
  return (meeting.cases ?? []).map((one) => {
    const kind = rules.kinds.find(({ id }) => id === one.kind);
    return {
      alias: one.alias,
      kind: kind?.name ?? one.kind,
      of: named(one.of),
      wanted: one.wanted,
      inAdvance: kind?.inAdvance ?? false,
      waitsFor: waitsFor(one).map(named),
    };
  });
}
