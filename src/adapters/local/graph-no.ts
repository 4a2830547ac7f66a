/** An answer of the kind Graph gives when it says no. */
export class GraphNo extends Error {
  readonly status: number;
  readonly code: string;
  readonly inner: string | undefined;
  readonly retryAfter: number | undefined;
  /** Where to ask instead. */
  readonly location: string | undefined;
  /** What Graph writes beside code and message. */
  readonly beside: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { inner?: string; retryAfter?: number; location?: string; beside?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'GraphNo';
    this.status = status;
    this.code = code;
    this.inner = more.inner;
    this.retryAfter = more.retryAfter;
    this.location = more.location;
    this.beside = more.beside ?? {};
  }
}

export function notFound(): GraphNo {
  return new GraphNo(404, 'itemNotFound', 'The resource could not be found.');
}

/** The body of an error, in Graph's shape. */
export function errorBody(no: GraphNo, at: string, requestId: string, clientRequestId: string) {
  return {
    error: {
      code: no.code,
      message: no.message,
      ...no.beside,
      innerError: {
        ...(no.inner ? { code: no.inner } : {}),
        date: at,
        'request-id': requestId,
        'client-request-id': clientRequestId,
      },
    },
  };
}
