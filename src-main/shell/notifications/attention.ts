import type { Clock } from '#shared/clock.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { EngineClient } from '#shared/rpc/client.ts';

const COUNT_AFTER_MS = 150;
const TELL_AFTER_MS = 1_500;
const NAMED = 3;

interface AttentionOptions {
  readonly clock: Clock;
  readonly call: EngineClient['call'];
  /** Called with how many people wait for an answer, whenever that may have changed. */
  readonly onWaiting: (count: number) => void;
  /** Called with new conversations, grouped: the first three and how many there are in all. */
  readonly onOpened: (first: readonly Conversation[], count: number) => void;
}

/** Watches the engine for what deserves somebody's attention. */
export interface Attention {
  hear(event: EngineEvent): void;
  /** Counts anew, for instance after a start of the engine. */
  count(): void;
  /** Passes over what was heard and not told yet: it is not about what is open now. */
  forget(): void;
  stop(): void;
}

/** Starts watching; many events in a row make one count and one group. */
export function watchForAttention({ clock, call, onWaiting, onOpened }: AttentionOptions): Attention {
  let opened = new Set<string>();
  const counting = createDelay(clock, COUNT_AFTER_MS, async () => {
    const answer = await call('conversations.counts', {});
    if (answer.ok) onWaiting(answer.value.counts.queue);
  });
  const telling = createDelay(clock, TELL_AFTER_MS, async () => {
    const ids = [...opened];
    opened = new Set();
    const named = ids.slice(0, NAMED);
    const answers = await Promise.all(named.map((id) => call('conversations.get', { id, limit: 1 })));
    onOpened(
      answers.flatMap((answer) => (answer.ok ? [answer.value.conversation] : [])),
      ids.length,
    );
  });
  const forget = () => {
    opened = new Set();
    telling.cancel();
  };
  return {
    hear: ({ name, params }) => {
      if (name !== 'conversations.opened' && name !== 'conversations.changed') return;
      counting.begin();
      if (name === 'conversations.changed') return;
      for (const id of params.ids) opened.add(id);
      telling.begin();
    },
    count: counting.begin,
    forget,
    stop: () => {
      counting.cancel();
      forget();
    },
  };
}

interface Delay {
  /** Begins to wait, unless it does already. */
  begin(): void;
  cancel(): void;
}

/** Lets `run` happen once for all that is asked for within `delayMs`. */
function createDelay(clock: Clock, delayMs: number, run: () => Promise<void>): Delay {
  let cancel: (() => void) | null = null;
  return {
    begin: () => {
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
