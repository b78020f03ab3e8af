import { expect } from 'vitest';
import type { OutboxEntry, OutboxState } from '#shared/domain/reply.ts';
import { countOnX, type ExpectedReply, listEntries, type Machine, type Model, quiesce } from './world.ts';

/** The states that a reply may reach by itself; the others take an agent. */
const follows: Readonly<Record<OutboxState, readonly OutboxState[]>> = {
  held: ['held', 'queued', 'sent', 'refused', 'unknown'],
  queued: ['queued', 'sent', 'refused', 'unknown', 'held'],
  sending: ['unknown', 'sent'],
  unknown: ['unknown', 'sent'],
  sent: ['sent'],
  refused: ['refused'],
};

/** Waits until the machine is idle, compares it with the model, and updates the model where it leaves a choice. */
export async function compare(model: Model, machine: Machine): Promise<void> {
  await quiesce(machine);
  const entries = await listEntries(machine);
  const kept = model.replies.filter(({ isRemoved }) => !isRemoved);
  expect([...entries.keys()].toSorted()).toEqual(kept.map(({ id }) => id).toSorted());
  for (const reply of model.replies) compareOne(reply, entries.get(reply.id), machine);
  for (const reply of kept) compareOrder(reply, model, entries);
}

function compareOne(reply: ExpectedReply, entry: OutboxEntry | undefined, machine: Machine): void {
  const times = countOnX(machine, reply.text);
  const name = `${reply.text} was ${reply.state} and is ${entry?.state}`;
  if (!entry) {
    expect(times, name).toBeLessThanOrEqual(reply.wasUnknown ? 1 : 0);
    return;
  }
  expect(follows[reply.state], name).toContain(entry.state);
  if (entry.state === 'unknown') reply.wasUnknown = true;
  const [least, most] = entry.state === 'sent' ? [1, 1] : [0, reply.wasUnknown ? 1 : 0];
  expect(times, name).toBeGreaterThanOrEqual(least);
  expect(times, name).toBeLessThanOrEqual(most);
  compareHold(reply, entry, machine.engine.clock.now(), name);
  reply.state = entry.state;
}

function compareHold({ heldUntil }: ExpectedReply, entry: OutboxEntry, now: number, name: string): void {
  const isOnHold = entry.state === 'held' && entry.error?.code !== 'lookAgain';
  expect(isOnHold, `${name}, hold`).toBe(heldUntil !== null && heldUntil > now);
}

// No reply of a conversation overtakes an older one that waits for a time.
function compareOrder(reply: ExpectedReply, model: Model, entries: ReadonlyMap<string, OutboxEntry>): void {
  if (!['sent', 'unknown'].includes(reply.state) || reply.requeued) return;
  const older = model.replies.filter(
    (other) => other.conversation === reply.conversation && other.n < reply.n && !other.requeued,
  );
  for (const { id, text, isRemoved } of older) {
    const entry = entries.get(id);
    const waits = entry?.state === 'queued' || (entry?.state === 'held' && entry.heldUntil !== null);
    expect(waits && !isRemoved, `${text} is overtaken by ${reply.text}`).toBe(false);
  }
}
