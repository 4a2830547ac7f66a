/** What can be done outside. A new kind (in the port `Effect`) does not compile until it has its flow here. */
import type { EffectKind } from '../ports.ts';
import type { EffectFlow } from './effect-flow.ts';
import { discard } from './effects/discard.ts';
import { draft } from './effects/draft.ts';
import { event } from './effects/event.ts';
import { file } from './effects/file.ts';
import { listRow } from './effects/list-row.ts';
import { look } from './effects/look.ts';
import { mark } from './effects/mark.ts';
import { pdf } from './effects/pdf.ts';
import { post } from './effects/post.ts';
import { update } from './effects/update.ts';
import { watch } from './effects/watch.ts';

/** Each flow is handed back only what it made itself. */
const flow = <Rendered, Outcome>(one: EffectFlow<Rendered, Outcome>): EffectFlow => one as unknown as EffectFlow;

export const effects: Record<EffectKind, EffectFlow> = {
  post: flow(post),
  update: flow(update),
  file: flow(file),
  watch: flow(watch),
  look: flow(look),
  'list-row': flow(listRow),
  event: flow(event),
  pdf: flow(pdf),
  mark: flow(mark),
  draft: flow(draft),
  discard: flow(discard),
};
