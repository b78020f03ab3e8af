import type { Channel, OutboxEntry } from '#shared/domain/reply.ts';
import {
  openConversation,
  startTestEngine,
  type TestEngine,
  until,
} from '../../../support/startTestEngine.ts';

const people = ['anna', 'bob'];

/** What the model believes about one answer. */
export interface BelievedAnswer {
  readonly id: string;
  readonly n: number;
  readonly conversation: number;
  readonly channel: Channel;
  readonly text: string;
  /** Null once an agent or a crash has ended its hold. */
  heldUntil: number | null;
  state: OutboxEntry['state'];
  /** An attempt may have arrived. */
  wasUnknown: boolean;
  /** An agent has sent it on its way again, so that it may come after later ones. */
  requeued: boolean;
  takenBack: boolean;
}

/** The model: all answers in the order in which they were written. */
export interface Model {
  readonly answers: BelievedAnswer[];
}

/** The machine: a real engine against a simulated X, and what stands on X without having come through its door. */
export interface Machine {
  readonly engine: TestEngine;
  readonly conversations: readonly {
    readonly id: string;
    readonly postId: string;
    readonly handle: string;
  }[];
  /** Answers that a crashed engine had brought to X. */
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

/** How often a text stands on X. */
export function countOnX({ engine, delivered }: Machine, text: string): number {
  const { sentPosts, sentDms } = engine.control.state();
  const sent = [...sentPosts, ...sentDms].map((item) => item.text.replace(/^@\w+ /, ''));
  return [...sent, ...delivered].filter((other) => other === text).length;
}

export async function listEntries({ engine }: Machine): Promise<ReadonlyMap<string, OutboxEntry>> {
  const { items } = await engine.call('outbox.list', {});
  return new Map(items.map((entry) => [entry.id, entry]));
}

/** Waits until nothing is under way: nothing on the wire, and nothing new in the log for a while. */
export async function quiesce(machine: Machine): Promise<void> {
  let calm = 0;
  let seen = '';
  await until('all is calm', async () => {
    const entries = [...(await listEntries(machine)).values()];
    const mark = `${machine.engine.logLines.length} ${JSON.stringify(entries)} ${machine.engine.control.state().requestLog.length}`;
    calm = mark === seen && !entries.some(({ state }) => state === 'sending') ? calm + 1 : 0;
    seen = mark;
    return calm >= 6;
  });
}
