import type { HttpTransport } from './httpTransport.ts';

/**
 * The same transport, which says after each request whether X was reached. A request that got no response in time says nothing,
 * and neither does one that `isStopped` has cut off.
 */
export function withReach(
  transport: HttpTransport,
  note: (isReached: boolean) => void,
  isStopped: () => boolean,
): HttpTransport {
  return async (...request) => {
    const result = await transport(...request);
    const failure = result.ok ? null : result.error.kind;
    if (!isStopped() && failure !== 'timedOut') note(failure !== 'unreachable');
    return result;
  };
}
