import type { Clock } from '#shared/clock.ts';
import type { XClock } from '../xClient.ts';
import type { HttpTransport } from './httpTransport.ts';

/** The same transport, and X's clock by the `date` header of every response that passes through it. */
export function withXClock(
  transport: HttpTransport,
  clock: Clock,
): { readonly transport: HttpTransport; readonly xClock: XClock } {
  let aheadMs = 0;
  return {
    transport: async (...request) => {
      const result = await transport(...request);
      const response = result.ok ? result.value : result.error;
      const xNow = 'headers' in response ? Date.parse(String(response.headers.date)) : Number.NaN;
      if (!Number.isNaN(xNow)) aheadMs = xNow - clock.now();
      return result;
    },
    xClock: { toXTime: (at) => at + aheadMs },
  };
}
