import type { EngineEvent } from '#shared/contract/events.ts';
import type { Listeners } from '#shared/listeners.ts';
import type { Served } from './handlers/serve.ts';

/**
 * Adds listeners. The first one also gets what was emitted before it, such as a snooze that ended while Perch was closed:
 * each is emitted only once.
 */
export function withEarlyEvents(events: Listeners<EngineEvent>): Served['onEvent'] {
  const early: EngineEvent[] = [];
  const stopCollecting = events.add((event) => early.push(event));
  return (listener) => {
    stopCollecting();
    for (const event of early.splice(0)) listener(event);
    return events.add(listener);
  };
}
