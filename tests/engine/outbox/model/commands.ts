import fc from 'fast-check';
import { expect } from 'vitest';
import { openStore } from '#engine/store/open.ts';
import { run } from '#engine/store/sql.ts';
import type { Channel, OutboxEntry } from '#shared/domain/reply.ts';
import { compare } from './compare.ts';
import { countOnX, type ExpectedReply, listEntries, type Machine, type Model } from './world.ts';

type Command = fc.AsyncCommand<Model, Machine>;
type Trouble = 'none' | 'lost' | 'late' | 'silent' | 'refused' | 'limited';

/** A command that is possible at any time; machine and model are compared after it. */
function command(name: string, act: (model: Model, machine: Machine) => Promise<void>): Command {
  return {
    check: () => true,
    run: async (model, machine) => {
      await act(model, machine);
      await compare(model, machine);
    },
    toString: () => name,
  };
}

function order({ engine }: Machine, trouble: Trouble): void {
  const match = { method: 'POST' };
  if (trouble === 'lost') engine.control.addFault({ kind: 'reset', when: 'before', match });
  if (trouble === 'silent') engine.control.addFault({ kind: 'reset', when: 'after', match });
  if (trouble === 'late') engine.control.addFault({ kind: 'reset', when: 'after', hiddenMs: 30_000, match });
  if (trouble === 'refused') engine.control.addFault({ kind: 'forbidden', match });
  if (trouble === 'limited') engine.control.addFault({ kind: 'rateLimited', match });
}

const send = (conversation: number, channel: Channel, undoMs: number, trouble: Trouble) =>
  command(`send(${conversation}, ${channel}, ${undoMs}, ${trouble})`, async (model, machine) => {
    const n = model.replies.length;
    const text = `reply ${n}`;
    order(machine, trouble);
    const id = await machine.engine.send(
      machine.conversations[conversation]?.id ?? '',
      text,
      channel,
      undoMs,
    );
    const heldUntil = undoMs === 0 ? null : machine.engine.clock.now() + undoMs;
    const state = undoMs === 0 ? 'queued' : 'held';
    const rest = { wasUnknown: false, requeued: false, isRemoved: false };
    model.replies.push({ id, n, conversation, channel, text, heldUntil, state, ...rest });
  });

const advance = (ms: number) =>
  command(`advance(${ms})`, async (_, { engine }) => {
    await engine.clock.advance(ms);
  });

const personWrites = (conversation: number) =>
  command(`personWrites(${conversation})`, async (_, { engine, conversations }) => {
    engine.control.mention({ from: conversations[conversation]?.handle ?? '', text: 'And another thing' });
    await engine.call('capture.pollNow', {});
  });

const restart = () => command('restart', (_, { engine }) => engine.restart());

/** A crash during an attempt: the attempt is on disk, and the reply on X or not. */
const crash = (arrives: boolean) =>
  command(`crash(${arrives})`, async (model, machine) => {
    const entries = await listEntries(machine);
    const victim = model.replies.find((reply) => isNext(reply, model, entries));
    await machine.engine.restart({}, () => {
      if (victim) cutOff(machine, victim, arrives);
    });
  });

function isNext(
  { id, conversation }: ExpectedReply,
  model: Model,
  entries: ReadonlyMap<string, OutboxEntry>,
): boolean {
  const waits = model.replies.filter((reply) => {
    const entry = entries.get(reply.id);
    const live = entry?.state === 'queued' || (entry?.state === 'held' && entry.heldUntil !== null);
    return reply.conversation === conversation && live;
  });
  return waits[0]?.id === id;
}

function cutOff(
  { engine, conversations, delivered }: Machine,
  victim: ExpectedReply,
  arrives: boolean,
): void {
  const opened = openStore(engine.dir);
  if (!opened.ok) throw new Error('The store did not open');
  const text = `UPDATE outbox SET state = 'sending', attempts = attempts + 1, attempted_at = ?, next_attempt_at = NULL
    WHERE id = ?`;
  run(opened.value, text, engine.clock.now(), victim.id);
  opened.value.close();
  victim.heldUntil = null;
  victim.state = 'sending';
  victim.wasUnknown = true;
  if (!arrives) return;
  delivered.push(victim.text);
  const { handle = '', postId = '' } = conversations[victim.conversation] ?? {};
  if (victim.channel === 'dm') engine.control.ownDm({ to: handle, text: victim.text });
  else engine.control.ownPost({ text: `@${handle} ${victim.text}`, replyToId: postId });
}

type AgentAction = 'cancel' | 'sendNow' | 'confirm' | 'retry' | 'settle' | 'dismiss';

/** Which actions an agent has follows from the state alone. */
function isAllowed(action: AgentAction, { wasUnknown }: ExpectedReply, entry: OutboxEntry): boolean {
  const stopped = entry.error?.code === 'lookAgain';
  switch (action) {
    case 'cancel':
      return entry.state === 'held' || (entry.state === 'queued' && !wasUnknown);
    case 'sendNow':
      return entry.state === 'held' && !stopped;
    case 'confirm':
      return stopped;
    case 'retry':
      return entry.state === 'refused' || entry.state === 'unknown';
    case 'settle':
      return entry.state === 'unknown';
    case 'dismiss':
      return entry.state === 'refused';
  }
}

const actAsAgent = (action: AgentAction, index: number) =>
  command(`${action}(${index})`, async (model, machine) => {
    const reply = model.replies[index % Math.max(model.replies.length, 1)];
    const entry = reply && (await listEntries(machine)).get(reply.id);
    if (!reply || !entry) return;
    // By the time an agent looks on X, everything is shown there.
    if (action === 'settle' || action === 'retry') await machine.engine.clock.advance(30_000);
    const before = (await listEntries(machine)).get(reply.id) ?? entry;
    const outcome = countOnX(machine, reply.text) > 0 ? 'sent' : 'notSent';
    const input = { id: reply.id, ...(action === 'settle' ? { outcome } : {}) };
    const result = await machine.engine.engine.handle(`outbox.${action}`, input);
    expect(result.ok, `${action} of what is ${before.state}`).toBe(isAllowed(action, reply, before));
    if (result.ok) expectAfter(reply, action, outcome);
  });

function expectAfter(reply: ExpectedReply, action: AgentAction, outcome: 'sent' | 'notSent'): void {
  if (action === 'cancel' || action === 'dismiss') reply.isRemoved = true;
  else if (action === 'settle') reply.state = outcome === 'sent' ? 'sent' : 'refused';
  else reply.state = 'queued';
  if (action === 'retry' || action === 'confirm') reply.requeued = true;
  reply.heldUntil = null;
}

const conversation = fc.integer({ min: 0, max: 1 });
const trouble = fc.constantFrom<Trouble>('none', 'none', 'lost', 'late', 'silent', 'refused', 'limited');
const action = fc.constantFrom<AgentAction>('cancel', 'sendNow', 'confirm', 'retry', 'settle', 'dismiss');

const channel = fc.constantFrom<Channel>('public', 'dm');
const undoMs = fc.constantFrom(0, 0, 4_000, 40_000);
const sends = fc.tuple(conversation, channel, undoMs, trouble).map((facts) => send(...facts));
const acting = fc.tuple(action, fc.nat(9)).map((facts) => actAsAgent(...facts));

/** Everything that can happen to an outbox; the likelier, the more often. */
export const commands = [
  sends,
  sends,
  sends,
  fc.constantFrom(1_000, 5_000, 30_000, 120_000, 1_000_000).map(advance),
  conversation.map(personWrites),
  fc.constant(restart()),
  fc.boolean().map(crash),
  acting,
  acting,
];
