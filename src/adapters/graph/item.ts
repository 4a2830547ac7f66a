import { z } from 'zod';

const identity = z.object({ id: z.string().nullish(), displayName: z.string().nullish() }).nullish();
const identities = z.object({ application: identity, user: identity }).nullish();

/** A file or folder in a library, as far as we read it. */
export const driveItem = z.object({ id: z.string(), eTag: z.string(), webUrl: z.string() });

export const fileDetails = driveItem.extend({
  lastModifiedDateTime: z.string(),
  lastModifiedBy: identities,
  file: z.object({}).nullish(),
});

export const filedItem = driveItem.extend({
  createdBy: identities,
  file: z.object({}).nullish(),
  listItem: z.object({ fields: z.object({ EffectId: z.string().nullish() }).nullish() }).nullish(),
});
