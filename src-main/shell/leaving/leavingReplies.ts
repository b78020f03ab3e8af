import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import type { OutboxEntry } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { SECOND_MS } from '#shared/time.ts';

/** What to do with replies that X does not have: send them first, keep them for the next start, or do not quit. */
export type Choice = 'send' | 'keep' | 'stay';

/** What the agent is asked before Perch stops. */
export interface Question {
  /** How many replies X does not have. */
  readonly count: number;
  /** Perch has tried to send them, and this is what is left. */
  readonly isLeft: boolean;
  /** Some of them go out by themselves, so that sending them first makes sense. */
  readonly canSend: boolean;
}

interface Options {
  readonly call: <M extends EngineMethod>(
    method: M,
    input: EngineInput<M>,
  ) => Promise<Result<EngineOutput<M>, AppError>>;
  readonly ask: (question: Question) => Promise<Choice>;
  readonly sleep: (ms: number) => Promise<void>;
}

/** An engine that does not respond for this long keeps nobody from quitting. */
const RESPONSE_MS = 2 * SECOND_MS;
const SEND_MS = 20 * SECOND_MS;
const POLL_MS = 250;

/**
 * Asks what to do with replies that are on their way to X. Resolves true once Perch may stop: at once where there are none or
 * no engine responds, and after at most 20 seconds for each time that the agent chooses to send them first.
 */
export async function mayLeaveReplies(options: Options): Promise<boolean> {
  let unsent = await listUnsent(options);
  let isLeft = false;
  while (unsent.length > 0) {
    const choice = await options.ask({ count: unsent.length, isLeft, canSend: unsent.some(isOnItsWay) });
    if (choice !== 'send') return choice === 'keep';
    unsent = await send(options, unsent);
    isLeft = true;
  }
  return true;
}

async function listUnsent(options: Options): Promise<OutboxEntry[]> {
  return (await list(options)).filter(isOnItsWay);
}

/** Releases held replies and waits until X has all of these. Returns those that X does not have. */
async function send(options: Options, replies: readonly OutboxEntry[]): Promise<OutboxEntry[]> {
  const ids = new Set(replies.map(({ id }) => id));
  // One whose undo time has just ended is no longer held, which is as good.
  for (const { id, status } of replies) {
    if (status.kind === 'held') await options.call('outbox.sendNow', { id });
  }
  for (let waited = 0; ; waited += POLL_MS) {
    const left = (await list(options)).filter(({ id, status }) => ids.has(id) && status.kind !== 'sent');
    if (!left.some(isOnItsWay) || waited >= SEND_MS) return left;
    await options.sleep(POLL_MS);
  }
}

// A reply that an agent has to decide about stays as it is, whether Perch runs or not.
function isOnItsWay({ status: { kind } }: OutboxEntry): boolean {
  return kind === 'held' || kind === 'queued' || kind === 'sending';
}

async function list({ call, sleep }: Options): Promise<readonly OutboxEntry[]> {
  const listed = await Promise.race([call('outbox.list', {}), sleep(RESPONSE_MS)]);
  return listed?.ok ? listed.value.items : [];
}
