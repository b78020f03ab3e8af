import { expect } from 'vitest';
import type { OutboxEntry, OutboxState } from '#shared/domain/reply.ts';
import { type BelievedAnswer, countOnX, listEntries, type Machine, type Model, quiesce } from './world.ts';

/** What an answer may become by itself; the rest takes an agent. */
const follows: Readonly<Record<OutboxState, readonly OutboxState[]>> = {
  held: ['held', 'queued', 'sent', 'refused', 'unknown'],
  queued: ['queued', 'sent', 'refused', 'unknown', 'held'],
  sending: ['unknown', 'sent'],
  unknown: ['unknown', 'sent'],
  sent: ['sent'],
  refused: ['refused'],
};

/** Lets the machine come to rest, compares it with the model, and lets the model take over what it may not foresee. */
export async function compare(model: Model, machine: Machine): Promise<void> {
  await quiesce(machine);
  const entries = await listEntries(machine);
  const kept = model.answers.filter(({ takenBack }) => !takenBack);
  expect([...entries.keys()].toSorted()).toEqual(kept.map(({ id }) => id).toSorted());
  for (const answer of model.answers) compareOne(answer, entries.get(answer.id), machine);
  for (const answer of kept) compareOrder(answer, model, entries);
}

function compareOne(answer: BelievedAnswer, entry: OutboxEntry | undefined, machine: Machine): void {
  const times = countOnX(machine, answer.text);
  const name = `${answer.text} was ${answer.state} and is ${entry?.state}`;
  if (!entry) {
    expect(times, name).toBeLessThanOrEqual(answer.wasUnknown ? 1 : 0);
    return;
  }
  expect(follows[answer.state], name).toContain(entry.state);
  if (entry.state === 'unknown') answer.wasUnknown = true;
  const [least, most] = entry.state === 'sent' ? [1, 1] : [0, answer.wasUnknown ? 1 : 0];
  expect(times, name).toBeGreaterThanOrEqual(least);
  expect(times, name).toBeLessThanOrEqual(most);
  compareHold(answer, entry, machine.engine.clock.now(), name);
  answer.state = entry.state;
}

function compareHold({ heldUntil }: BelievedAnswer, entry: OutboxEntry, now: number, name: string): void {
  const isOnHold = entry.state === 'held' && entry.error?.code !== 'lookAgain';
  expect(isOnHold, `${name}, hold`).toBe(heldUntil !== null && heldUntil > now);
}

// Nothing of a conversation goes out while something older waits for a time.
function compareOrder(answer: BelievedAnswer, model: Model, entries: ReadonlyMap<string, OutboxEntry>): void {
  if (!['sent', 'unknown'].includes(answer.state) || answer.requeued) return;
  const older = model.answers.filter(
    (other) => other.conversation === answer.conversation && other.n < answer.n && !other.requeued,
  );
  for (const { id, text, takenBack } of older) {
    const entry = entries.get(id);
    const waits = entry?.state === 'queued' || (entry?.state === 'held' && entry.heldUntil !== null);
    expect(waits && !takenBack, `${text} is overtaken by ${answer.text}`).toBe(false);
  }
}
