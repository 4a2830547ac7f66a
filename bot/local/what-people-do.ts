import { z } from 'zod';

/** What a person can do in the local Teams, as it arrives over HTTP. */
const data = z.record(z.string(), z.unknown());
const id = z.string().optional();

export const saySchema = z.strictObject({
  as: z.string(),
  conversation: z.string(),
  text: z.string().trim().min(1).max(28_000),
  mention: z.boolean().optional(),
  replyTo: z.string().optional(),
  id,
});
export const pressSchema = z.strictObject({
  as: z.string(),
  conversation: z.string(),
  activityId: z.string(),
  verb: z.string(),
  data,
  actionId: z.string().optional(),
  id,
});
export const openDialogSchema = z.strictObject({ as: z.string(), conversation: z.string(), activityId: z.string(), data, id });
export const refreshSchema = z.strictObject({ as: z.string(), conversation: z.string(), activityId: z.string() });
export const submitDialogSchema = z.strictObject({ as: z.string(), conversation: z.string(), data, id });
