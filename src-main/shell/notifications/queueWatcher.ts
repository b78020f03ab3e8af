import type { Clock } from '#shared/clock.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { EngineClient } from '#shared/rpc/client.ts';

const COUNT_DELAY_MS = 150;
const GROUP_DELAY_MS = 1_500;
const MAX_FETCHED = 3;

interface QueueWatcherOptions {
  readonly clock: Clock;
  readonly call: EngineClient['call'];
  /** Called with the number of conversations in the queue, whenever it may have changed. */
  readonly onCount: (count: number) => void;
  /** Called with new conversations in groups: at most the first three, and the number of all. */
  readonly onOpened: (first: readonly Conversation[], count: number) => void;
}

/** Watches the engine's events for the badge and for notifications. */
export interface QueueWatcher {
  handleEvent(event: EngineEvent): void;
  /** Schedules a count, for example after the engine has started. */
  count(): void;
  /** Drops the conversations of a group that is still pending, since their workspace was closed. */
  reset(): void;
  stop(): void;
}

/** Starts watching. Events in quick succession lead to one count and one group. */
export function watchQueue({ clock, call, onCount, onOpened }: QueueWatcherOptions): QueueWatcher {
  let opened = new Set<string>();
  let resets = 0;
  const counting = coalesce(clock, COUNT_DELAY_MS, async () => {
    const response = await call('conversations.counts', {});
    if (response.ok) onCount(response.value.counts.queue);
  });
  const grouping = coalesce(clock, GROUP_DELAY_MS, async () => {
    const ids = [...opened];
    opened = new Set();
    const before = resets;
    const first = await fetchFirst(call, ids);
    // If the workspace was closed meanwhile, a click would open these ids in the next one.
    if (resets === before) onOpened(first, ids.length);
  });
  const reset = () => {
    resets += 1;
    opened = new Set();
    grouping.cancel();
  };
  return {
    handleEvent: ({ name, params }) => {
      if (name !== 'conversations.opened' && name !== 'conversations.changed') return;
      counting.trigger();
      if (name === 'conversations.changed') return;
      for (const id of params.ids) opened.add(id);
      grouping.trigger();
    },
    count: counting.trigger,
    reset,
    stop: () => {
      counting.cancel();
      reset();
    },
  };
}

/** The first few of these conversations, without those that could not be read. */
async function fetchFirst(call: EngineClient['call'], ids: readonly string[]): Promise<Conversation[]> {
  const responses = await Promise.all(
    ids.slice(0, MAX_FETCHED).map((id) => call('conversations.get', { id, limit: 1 })),
  );
  return responses.flatMap((response) => (response.ok ? [response.value.conversation] : []));
}

interface DelayedTask {
  /** Runs the task after the delay, unless it is already scheduled. */
  trigger(): void;
  cancel(): void;
}

/** A task that runs once for all triggers within `delayMs` of the first. */
function coalesce(clock: Clock, delayMs: number, run: () => Promise<void>): DelayedTask {
  let cancel: (() => void) | null = null;
  return {
    trigger: () => {
      cancel ??= clock.after(delayMs, () => {
        cancel = null;
        void run();
      });
    },
    cancel: () => {
      cancel?.();
      cancel = null;
    },
  };
}
