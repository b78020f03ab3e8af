/** One request as it was answered; status 0 means that no answer was sent. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly at: number;
  readonly status: number;
  readonly fault: string | null;
  /** When calls are let through again, in epoch milliseconds; null unless this one was refused and told so. */
  readonly resetAt: number | null;
}

/** What was asked of the simulator; the counts are complete, the list keeps the newest 10,000. */
export interface RequestLog {
  readonly counts: Map<string, number>;
  readonly requests: LoggedRequest[];
}

const MOST_KEPT = 10_000;

/** An empty log. */
export function createRequestLog(): RequestLog {
  return { counts: new Map(), requests: [] };
}

/** Writes down one request under its endpoint, for example `GET /2/users/:id/mentions`. */
export function logRequest(log: RequestLog, endpoint: string, request: LoggedRequest): void {
  log.counts.set(endpoint, (log.counts.get(endpoint) ?? 0) + 1);
  log.requests.push(request);
  if (log.requests.length > MOST_KEPT) log.requests.shift();
}
