/** The one source of now: Europe/Stockholm wall clock. */
export interface Clock {
  now(): Temporal.ZonedDateTime;
}
