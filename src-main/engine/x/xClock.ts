import type { Clock } from '#shared/clock.ts';
import type { Transport } from './transport.ts';

/** X's clock, as far as its answers tell of it. */
export interface XClock {
  /** X's time at a moment of this machine's clock, within seconds; that moment itself while X has not answered yet. */
  toXTime(at: number): number;
}

/** The same transport, and X's clock by the `date` of every answer that comes over it. */
export function withXClock(transport: Transport, clock: Clock): { transport: Transport; xClock: XClock } {
  let aheadMs = 0;
  return {
    transport: async (call, token) => {
      const answer = await transport(call, token);
      const headers = answer.ok
        ? answer.value.headers
        : 'headers' in answer.error
          ? answer.error.headers
          : {};
      const xNow = Date.parse(String(headers.date));
      if (!Number.isNaN(xNow)) aheadMs = xNow - clock.now();
      return answer;
    },
    xClock: { toXTime: (at) => at + aheadMs },
  };
}
