/** A request and how it ended. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly at: number;
  /** 0 if no response was sent. */
  readonly status: number;
  readonly fault: string | null;
  /** For a 429 whose headers say so: when the window resets, in epoch milliseconds. Otherwise null. */
  readonly resetAt: number | null;
}

/** The requests that the simulator received: complete counts per endpoint, and the newest 10,000 requests. */
export interface RequestLog {
  readonly counts: Map<string, number>;
  readonly requests: LoggedRequest[];
}

const MAX_REQUESTS = 10_000;

/** An empty log. */
export function createRequestLog(): RequestLog {
  return { counts: new Map(), requests: [] };
}

/** Records a request under its endpoint, for example `GET /2/users/:id/mentions`. */
export function logRequest(log: RequestLog, endpoint: string, request: LoggedRequest): void {
  log.counts.set(endpoint, (log.counts.get(endpoint) ?? 0) + 1);
  log.requests.push(request);
  if (log.requests.length > MAX_REQUESTS) log.requests.shift();
}
