import { createXClient, type XClientOptions } from '#engine/x/client/createXClient.ts';
import { createHttpTransport } from '#engine/x/client/httpTransport.ts';
import { createRateLimitGate } from '#engine/x/client/rateLimitGate.ts';
import type { XClient } from '#engine/x/xClient.ts';
import type { Clock } from '#shared/clock.ts';
import { err, ok } from '#shared/result.ts';

/** The real X client, for the X at `baseUrl` and its account @harbourhelp. */
export function xClientFor(
  baseUrl: string,
  clock: Clock,
  changed: Partial<XClientOptions> & { readonly timeoutMs?: number } = {},
): XClient {
  const never = new AbortController().signal;
  const { timeoutMs = 5_000, ...options } = changed;
  return createXClient({
    transport: createHttpTransport({ baseUrl, timeoutMs, reading: never, sending: never, record: () => {} }),
    clock,
    log: () => {},
    token: () => ok('demo-token'),
    mayCall: async () => ok(null),
    onUnauthorised: async () => err({ code: 'unauthorised' }),
    gate: createRateLimitGate(clock),
    spending: { admit: () => null, mostItems: () => Number.POSITIVE_INFINITY, record: () => {} },
    ownId: () => '795372667',
    ...options,
  });
}
