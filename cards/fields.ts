import { z } from 'zod';

/** The kinds of field that views are made of. */

export const text = z.string();

const parses = (read: (value: string) => unknown) => (value: string) => {
  try {
    return read(value) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** `2027-03-16` */
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(
    parses((value) => Temporal.PlainDate.from(value)),
    'no such day',
  );

/** `2027-03-16T13:00`, Stockholm wall clock */
export const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/)
  .refine(
    parses((value) => Temporal.PlainDateTime.from(value)),
    'no such time',
  );

/** An address people open; empty when there is none. */
export const link = z.string().regex(/^(https?:\/\/\S+)?$/, 'must be an http(s) address or empty');

export const count = z.number().int().nonnegative();

export const person = z.strictObject({ name: text, unit: text });

/** What people typed on several lines; a card collapses line breaks. */
export function paragraphs(typed: string): { text: string }[] {
  return typed
    .split(/\s*\n\s*/)
    .filter((line) => line !== '')
    .map((line) => ({ text: line }));
}
