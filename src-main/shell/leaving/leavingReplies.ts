import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import type { OutboxEntry } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { SECOND_MS } from '#shared/time.ts';

/** What to do with replies that X does not have: send them first, keep them for the next start, or do not quit. */
export type Choice = 'send' | 'keep' | 'stay';

/** Why the engine is about to stop. */
export type Occasion = 'quit' | 'switch';

/** What the agent is asked before the engine stops. */
export interface Question {
  readonly occasion: Occasion;
  /** How many replies X does not have. */
  readonly count: number;
  /** Perch has tried to send them, and this is what is left. */
  readonly isLeft: boolean;
  /** Some of them go out by themselves, so that sending them first makes sense. */
  readonly canSend: boolean;
}

/** What the agent sees while replies are sent. */
export interface Progress {
  /** Resolves when the agent no longer wants to wait; may never. */
  readonly stopped: Promise<void>;
  end(): void;
}

interface Options {
  readonly call: <M extends EngineMethod>(
    method: M,
    input: EngineInput<M>,
  ) => Promise<Result<EngineOutput<M>, AppError>>;
  readonly occasion: Occasion;
  readonly ask: (question: Question) => Promise<Choice>;
  /** Shows that this many replies are being sent, until it is ended. */
  readonly showProgress: (count: number, occasion: Occasion) => Progress;
  readonly sleep: (ms: number) => Promise<void>;
}

/** An engine that does not respond for this long keeps nobody from leaving. */
const RESPONSE_MS = 2 * SECOND_MS;
const SEND_MS = 20 * SECOND_MS;
const POLL_MS = 250;

/**
 * Asks what to do with replies that are on their way to X. Resolves true once the engine may stop: at once where there are none
 * or no engine responds. Each time that the agent chooses to send them first, that takes at most 20 seconds, less if they stop
 * waiting.
 */
export async function mayLeaveReplies(options: Options): Promise<boolean> {
  const { occasion } = options;
  let unsent = (await list(options)).filter(isOnItsWay);
  let isLeft = false;
  while (unsent.length > 0) {
    const canSend = unsent.some(isOnItsWay);
    const choice = await options.ask({ occasion, count: unsent.length, isLeft, canSend });
    if (choice !== 'send') return choice === 'keep';
    unsent = await send(options, unsent);
    isLeft = true;
  }
  return true;
}

/** Releases held replies and waits until X has all of these. Returns those that X does not have. */
async function send(options: Options, replies: readonly OutboxEntry[]): Promise<OutboxEntry[]> {
  const progress = options.showProgress(replies.length, options.occasion);
  let isStopped = false;
  void progress.stopped.then(() => {
    isStopped = true;
  });
  try {
    // One whose undo time has just ended is no longer held, which is as good.
    for (const { id, status } of replies) {
      if (status.kind === 'held') await options.call('outbox.sendNow', { id });
    }
    const ids = new Set(replies.map(({ id }) => id));
    for (let waited = 0; ; waited += POLL_MS) {
      const left = (await list(options)).filter(({ id }) => ids.has(id));
      if (!left.some(isOnItsWay) || isStopped || waited >= SEND_MS) return left;
      await options.sleep(POLL_MS);
    }
  } finally {
    progress.end();
  }
}

// A reply that an agent has to decide about stays as it is, whether Perch runs or not.
function isOnItsWay({ status: { kind } }: OutboxEntry): boolean {
  return kind === 'held' || kind === 'queued' || kind === 'sending';
}

/** All replies that X is not known to have. */
async function list({ call, sleep }: Options): Promise<readonly OutboxEntry[]> {
  const listed = await Promise.race([call('outbox.listUnsent', {}), sleep(RESPONSE_MS)]);
  return listed?.ok ? listed.value.items : [];
}
