/** Lays the draft of minutes in the library of drafts, as it is now. What has been changed or approved since is left to what follows it. */
import { draftPath } from '../../domain/filing.ts';
import { editionOf } from '../../domain/reopen.ts';
import type { FiledDocument } from '../../ports.ts';
import { aboutToCall, type EffectFlow, nothing } from '../effect-flow.ts';
import { keepHandMade } from '../hand-made-draft.ts';
import { type DraftPayload, draftColumns } from '../lay-draft.ts';
import { presentText, showMinutes } from '../meeting-cards.ts';

export const draft: EffectFlow<unknown, FiledDocument | undefined> = {
  async act(product, effect) {
    const { meeting: id, version } = effect.payload as DraftPayload;
    const found = await product.store.read(async (reader) => {
      const meeting = await reader.meeting(id);
      if (meeting?.stage.name !== 'draft' || meeting.version !== version) return undefined;
      return { meeting, text: await presentText(product, reader, meeting) };
    });
    if (!found) return { did: undefined };
    const { meeting, text } = found;
    const bytes = product.documents.write(text);
    await aboutToCall(product, effect);
    const laying = {
      path: draftPath(meeting, editionOf(meeting)),
      bytes,
      contentType: product.documents.contentType,
      columns: draftColumns(product, meeting, text.title),
      effectId: `draft/${id}`,
    };
    await keepHandMade(product, meeting, laying);
    return { did: await product.samarbetsyta.draft(laying) };
  },

  async done(product, effect, lies) {
    const { meeting: id } = effect.payload as DraftPayload;
    if (!lies) return nothing;
    return async (change) => {
      const meeting = await change.meeting(id);
      if (meeting?.stage.name !== 'draft' || meeting.draftUrl === lies.webUrl) return;
      const next = { ...meeting, draftUrl: lies.webUrl };
      await change.save(next);
      await showMinutes(product, change, next, new Map(), `draft-${editionOf(next)}`);
    };
  },

  refused: async () => nothing,
};
