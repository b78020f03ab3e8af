import { describe, expect, test } from 'vitest';
import { handlers } from '#engine/handlers/index.ts';
import { createServe, type Serve } from '#engine/handlers/serve.ts';
import { getOutboxRow, type Transition, updateOutboxRow } from '#engine/store/outbox.ts';
import { toDeprecatedStatus } from '#shared/domain/reply.ts';
import { someMessage } from '../../support/builders.ts';
import { putOutboxRow } from '../../support/outboxRows.ts';
import { someStatus } from '../../support/someStatus.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';

/** Every status that a reply can have, by a name. */
const places: Readonly<Record<string, Transition>> = {
  held: { status: { kind: 'held', until: 2_000_000_000_000 } },
  stopped: { status: { kind: 'stopped', reason: 'newMessage', confirmedMissing: false } },
  queued: { status: someStatus('queued'), nextAttemptAt: 2_000_000_000_000 },
  'queued after an attempt that may have arrived': { status: someStatus('queued'), wasUnknown: true },
  'on the wire': { status: someStatus('sending'), sendAttempts: 1, attemptedAt: 1 },
  unknown: { status: { kind: 'unknown', reconcileAttempts: 3 }, wasUnknown: true },
  sent: { status: { kind: 'sent' }, xId: '77' },
  refused: { status: someStatus('refused'), error: { code: 'duplicatePost' } },
  dismissed: { status: someStatus('refused'), dismissed: true },
};

/** The status in which each action is possible; else it fails with this code, or as not found. */
const actions: Readonly<Record<string, { readonly possible: readonly string[]; readonly code: string }>> = {
  cancel: { possible: ['held', 'stopped', 'queued'], code: 'notHeld' },
  sendNow: { possible: ['held'], code: 'notHeld' },
  confirm: { possible: ['stopped'], code: 'wrongState' },
  retry: { possible: ['refused', 'unknown'], code: 'wrongState' },
  settle: { possible: ['unknown'], code: 'wrongState' },
  dismiss: { possible: ['refused'], code: 'wrongState' },
};

async function open(place: string): Promise<TestEngine & { readonly serve: Serve }> {
  const engine = testEngine();
  const { db } = engine.ctx;
  const { opened } = await engine.capture([someMessage()]);
  putOutboxRow(db, { id: 'o1', conversationId: opened[0] ?? '', at: engine.clock.now(), state: 'held' });
  updateOutboxRow(db, 'o1', 'held', places[place] ?? { status: someStatus('held') });
  return { ...engine, serve: createServe(engine.ctx, handlers) };
}

const input = (name: string, id = 'o1') => ({ id, ...(name === 'settle' ? { outcome: 'sent' } : {}) });

describe.each(Object.entries(actions))('outbox.%s', (name, { possible, code }) => {
  test.each(Object.keys(places))('of a reply that is %s', async (place) => {
    const { ctx, serve } = await open(place);
    const before = getOutboxRow(ctx.db, 'o1');
    const state = before && toDeprecatedStatus(before.status, null).state;
    // Two agents, or one who clicks twice.
    const [first, second] = await Promise.all([
      serve(`outbox.${name}`, input(name)),
      serve(`outbox.${name}`, input(name)),
    ]);
    if (possible.includes(place)) {
      expect([first.ok, second.ok]).toEqual([true, false]);
      expect(second).toMatchObject({
        error: { code: expect.stringMatching(/^(notFound|notHeld|wrongState)$/) },
      });
      return;
    }
    // A stopped reply has no undo time that could end.
    const refusal = name === 'sendNow' && place === 'stopped' ? 'wrongState' : code;
    const error =
      place === 'dismissed'
        ? { code: 'notFound', what: 'outboxEntry', id: 'o1' }
        : { code: refusal, id: 'o1', state };
    expect([first, second]).toEqual([
      { ok: false, error },
      { ok: false, error },
    ]);
    expect(getOutboxRow(ctx.db, 'o1')).toEqual(before);
  });

  test('of no reply, or with half an input, returns what is wrong', async () => {
    const { serve } = await open('held');
    expect(await serve(`outbox.${name}`, input(name, 'o2'))).toEqual({
      ok: false,
      error: { code: 'notFound', what: 'outboxEntry', id: 'o2' },
    });
    expect(await serve(`outbox.${name}`, {})).toMatchObject({
      ok: false,
      error: { code: 'invalid', path: 'id' },
    });
    if (name !== 'settle') return;
    expect(await serve('outbox.settle', { id: 'o1', outcome: 'maybe' })).toMatchObject({
      ok: false,
      error: { code: 'invalid', path: 'outcome' },
    });
  });
});
