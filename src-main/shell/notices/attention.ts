import type { Clock } from '../../../shared/clock.ts';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import type { Conversation } from '../../../shared/domain/conversation.ts';
import type { EngineClient } from '../../../shared/rpc/client.ts';

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
  let cancelCount: (() => void) | null = null;
  let cancelTell: (() => void) | null = null;

  const countNow = async () => {
    cancelCount = null;
    const answer = await call('conversations.counts', {});
    if (answer.ok) onWaiting(answer.value.counts.queue);
  };
  const tellNow = async () => {
    cancelTell = null;
    const ids = [...opened];
    opened = new Set();
    const answers = await Promise.all(
      ids.slice(0, NAMED).map((id) => call('conversations.get', { id, limit: 1 })),
    );
    const first = answers.flatMap((answer) => (answer.ok ? [answer.value.conversation] : []));
    onOpened(first, ids.length);
  };
  const forget = () => {
    opened = new Set();
    cancelTell?.();
    cancelTell = null;
  };
  const count = () => {
    cancelCount ??= clock.after(COUNT_AFTER_MS, () => void countNow());
  };
  return {
    hear: (event) => {
      if (event.name === 'conversations.opened') {
        for (const id of event.params.ids) opened.add(id);
        cancelTell ??= clock.after(TELL_AFTER_MS, () => void tellNow());
      }
      if (event.name === 'conversations.opened' || event.name === 'conversations.changed') count();
    },
    count,
    forget,
    stop: () => {
      cancelCount?.();
      forget();
    },
  };
}
