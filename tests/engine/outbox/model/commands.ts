import fc from 'fast-check';
import { expect } from 'vitest';
import { openStore } from '#engine/store/open.ts';
import { run } from '#engine/store/sql.ts';
import type { Channel, OutboxEntry } from '#shared/domain/reply.ts';
import { compare } from './compare.ts';
import { type BelievedAnswer, countOnX, listEntries, type Machine, type Model } from './world.ts';

type Command = fc.AsyncCommand<Model, Machine>;
type Trouble = 'none' | 'lost' | 'late' | 'silent' | 'refused' | 'limited';

/** A command that is possible at any time and after which machine and model are compared. */
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
    const n = model.answers.length;
    const text = `answer ${n}`;
    order(machine, trouble);
    const id = await machine.engine.send(
      machine.conversations[conversation]?.id ?? '',
      text,
      channel,
      undoMs,
    );
    const heldUntil = undoMs === 0 ? null : machine.engine.clock.now() + undoMs;
    const state = undoMs === 0 ? 'queued' : 'held';
    const rest = { wasUnknown: false, requeued: false, takenBack: false };
    model.answers.push({ id, n, conversation, channel, text, heldUntil, state, ...rest });
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

/** A crash in the middle of a sending: the attempt is on disk, and the answer on X or not. */
const crash = (arrives: boolean) =>
  command(`crash(${arrives})`, async (model, machine) => {
    const entries = await listEntries(machine);
    const victim = model.answers.find((answer) => isNext(answer, model, entries));
    await machine.engine.restart({}, () => {
      if (victim) cutOff(machine, victim, arrives);
    });
  });

function isNext(
  { id, conversation }: BelievedAnswer,
  model: Model,
  entries: ReadonlyMap<string, OutboxEntry>,
): boolean {
  const waits = model.answers.filter((answer) => {
    const entry = entries.get(answer.id);
    const live = entry?.state === 'queued' || (entry?.state === 'held' && entry.heldUntil !== null);
    return answer.conversation === conversation && live;
  });
  return waits[0]?.id === id;
}

function cutOff(
  { engine, conversations, delivered }: Machine,
  victim: BelievedAnswer,
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

type Decision = 'cancel' | 'sendNow' | 'confirm' | 'retry' | 'settle' | 'dismiss';

/** What an agent may decide follows from the state alone. */
function isAllowed(decision: Decision, { wasUnknown }: BelievedAnswer, entry: OutboxEntry): boolean {
  const stopped = entry.error?.code === 'lookAgain';
  switch (decision) {
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

const decide = (decision: Decision, index: number) =>
  command(`${decision}(${index})`, async (model, machine) => {
    const answer = model.answers[index % Math.max(model.answers.length, 1)];
    const entry = answer && (await listEntries(machine)).get(answer.id);
    if (!answer || !entry) return;
    // An agent looks on X, where by then all is shown.
    if (decision === 'settle' || decision === 'retry') await machine.engine.clock.advance(30_000);
    const before = (await listEntries(machine)).get(answer.id) ?? entry;
    const outcome = countOnX(machine, answer.text) > 0 ? 'sent' : 'notSent';
    const input = { id: answer.id, ...(decision === 'settle' ? { outcome } : {}) };
    const result = await machine.engine.engine.handle(`outbox.${decision}`, input);
    expect(result.ok, `${decision} of what is ${before.state}`).toBe(isAllowed(decision, answer, before));
    if (result.ok) believe(answer, decision, outcome);
  });

function believe(answer: BelievedAnswer, decision: Decision, outcome: 'sent' | 'notSent'): void {
  if (decision === 'cancel' || decision === 'dismiss') answer.takenBack = true;
  else if (decision === 'settle') answer.state = outcome === 'sent' ? 'sent' : 'refused';
  else answer.state = 'queued';
  if (decision === 'retry' || decision === 'confirm') answer.requeued = true;
  answer.heldUntil = null;
}

const conversation = fc.integer({ min: 0, max: 1 });
const trouble = fc.constantFrom<Trouble>('none', 'none', 'lost', 'late', 'silent', 'refused', 'limited');
const decision = fc.constantFrom<Decision>('cancel', 'sendNow', 'confirm', 'retry', 'settle', 'dismiss');

const channel = fc.constantFrom<Channel>('public', 'dm');
const undoMs = fc.constantFrom(0, 0, 4_000, 40_000);
const sending = fc.tuple(conversation, channel, undoMs, trouble).map((facts) => send(...facts));
const deciding = fc.tuple(decision, fc.nat(9)).map((facts) => decide(...facts));

/** Everything that can happen to an outbox, what is likelier more than once. */
export const commands = [
  sending,
  sending,
  sending,
  fc.constantFrom(1_000, 5_000, 30_000, 120_000, 1_000_000).map(advance),
  conversation.map(personWrites),
  fc.constant(restart()),
  fc.boolean().map(crash),
  deciding,
  deciding,
];
