/** Graph's own no, without its text: the cause of what is thrown, for callers that need to tell one no from another. */
export class GraphFault extends Error {
  readonly status: number;
  /** Outer and inner codes, outermost first: `['notAllowed', 'resourceLocked']`. */
  readonly codes: readonly string[];
  readonly requestId: string | undefined;
  /** The event that an event like it has been made of before. */
  readonly existingEvent: string | undefined;

  constructor(status: number, codes: readonly string[], requestId: string | undefined, existingEvent?: string) {
    super(`${status} ${codes.join('/')}`.trim());
    this.name = 'GraphFault';
    this.status = status;
    this.codes = codes;
    this.requestId = requestId;
    this.existingEvent = existingEvent;
  }
}

/** The fault behind an Unavailable or a Refused from this room. */
export function faultOf(error: unknown): GraphFault | undefined {
  return error instanceof Error && error.cause instanceof GraphFault ? error.cause : undefined;
}
