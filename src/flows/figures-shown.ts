/** What figures the agenda card shows now, so that it moves when they change and rests when they do not. */
import { createHash } from 'node:crypto';
import type { Meeting } from '../domain/meeting.ts';
import type { Change, Reader } from '../ports.ts';
import type { FigureMap } from './agenda-view.ts';

const nameOf = (meeting: string): string => `figures-on/${meeting}`;

/** The figures of a meeting's items in short; when they were last asked for is no part of it. */
export function markOf(meeting: Meeting, figures: FigureMap): string {
  const shown = meeting.items.flatMap((item) => item.indicators.map((id) => figures.get(id) ?? null));
  const text = JSON.stringify(shown, (name, value: unknown) => (name === 'read' ? undefined : value));
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** `times`: how often the figures on the card have been set, so that a change back is a change too. */
export async function shownOn(read: Reader, meeting: string): Promise<{ times: number; mark: string }> {
  const [times = '0', mark = ''] = ((await read.setting(nameOf(meeting))) ?? '').split(' ');
  return { times: Number(times), mark };
}

export async function rememberShown(change: Change, meeting: Meeting, figures: FigureMap): Promise<void> {
  const [shown, mark] = [await shownOn(change, meeting.id), markOf(meeting, figures)];
  if (shown.mark !== mark) await change.keepSetting(nameOf(meeting.id), `${shown.times + 1} ${mark}`);
}
