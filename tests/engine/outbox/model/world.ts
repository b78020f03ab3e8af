import type { Channel, OutboxEntry } from '#shared/domain/reply.ts';
import {
  openConversation,
  startTestEngine,
  type TestEngine,
  until,
} from '../../../support/startTestEngine.ts';

const people = ['anna', 'bob'];

/** What the model expects of one reply. */
export interface ExpectedReply {
  readonly id: string;
  readonly n: number;
  readonly conversation: number;
  readonly channel: Channel;
  readonly text: string;
  /** Null once an agent or a crash has ended the undo time. */
  heldUntil: number | null;
  state: OutboxEntry['state'];
  /** An attempt may have reached X. */
  wasUnknown: boolean;
  /** An agent has queued it again, so it may be sent after later ones. */
  requeued: boolean;
  isRemoved: boolean;
}

/** The model: all replies in the order in which they were written. */
export interface Model {
  readonly replies: ExpectedReply[];
}

/** The machine: a real engine against the simulator, and what is on X without a request that the simulator saw. */
export interface Machine {
  readonly engine: TestEngine;
  readonly conversations: readonly {
    readonly id: string;
    readonly postId: string;
    readonly handle: string;
  }[];
  /** Texts that a crashed engine had sent to X. */
  readonly delivered: string[];
}

/** A machine with one conversation for each person. */
export async function startMachine(): Promise<Machine> {
  const engine = await startTestEngine({ timeoutMs: 10_000 });
  const conversations: Machine['conversations'][number][] = [];
  for (const handle of people) {
    const { id, postId } = await openConversation(engine, handle);
    conversations.push({ id, postId, handle });
  }
  await engine.clock.advance(1_000);
  return { engine, conversations, delivered: [] };
}

/** How often a text is on X. */
export function countOnX({ engine, delivered }: Machine, text: string): number {
  const { sentPosts, sentDms } = engine.control.state();
  const sent = [...sentPosts, ...sentDms].map((item) => item.text.replace(/^@\w+ /, ''));
  return [...sent, ...delivered].filter((other) => other === text).length;
}

export async function listEntries({ engine }: Machine): Promise<ReadonlyMap<string, OutboxEntry>> {
  const { items } = await engine.call('outbox.list', {});
  return new Map(items.map((entry) => [entry.id, entry]));
}

/** Waits until the machine is idle: nothing on the wire, and nothing new in the log for a while. */
export async function quiesce(machine: Machine): Promise<void> {
  let idle = 0;
  let seen = '';
  await until('the machine is idle', async () => {
    const entries = [...(await listEntries(machine)).values()];
    const mark = `${machine.engine.logLines.length} ${JSON.stringify(entries)} ${machine.engine.control.state().requestLog.length}`;
    idle = mark === seen && !entries.some(({ state }) => state === 'sending') ? idle + 1 : 0;
    seen = mark;
    return idle >= 6;
  });
}
