import { describe, expect, test } from 'vitest';
import { handlers } from '#engine/handlers/index.ts';
import { createServe, type Serve } from '#engine/handlers/serve.ts';
import { getOutboxRow, moveOutboxRow, type OutboxChange } from '#engine/store/outbox.ts';
import { someMessage } from '../../support/builders.ts';
import { putOutboxRow } from '../../support/outboxRows.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';

/** Every place in which an answer can stand. */
const places: Readonly<Record<string, OutboxChange>> = {
  held: { state: 'held', heldUntil: 2_000_000_000_000 },
  stopped: { state: 'held', heldUntil: null, error: { code: 'lookAgain', reason: 'newMessage' } },
  queued: { state: 'queued', nextAttemptAt: 2_000_000_000_000 },
  'queued after an attempt that may have arrived': { state: 'queued', wasUnknown: true },
  'on the wire': { state: 'sending', attempts: 1, attemptedAt: 1 },
  unknown: { state: 'unknown', wasUnknown: true, error: { code: 'outcomeUnknown', looks: 3 }, looks: 3 },
  sent: { state: 'sent', xId: '77' },
  refused: { state: 'refused', error: { code: 'duplicatePost' } },
  'put away': { state: 'refused', dismissed: true },
};

/** Where each decision is possible; elsewhere it is refused with this code, or as not found. */
const decisions: Readonly<Record<string, { readonly possible: readonly string[]; readonly code: string }>> = {
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
  moveOutboxRow(db, 'o1', 'held', places[place] ?? { state: 'held' });
  return { ...engine, serve: createServe(engine.ctx, handlers) };
}

const input = (name: string, id = 'o1') => ({ id, ...(name === 'settle' ? { outcome: 'sent' } : {}) });

describe.each(Object.entries(decisions))('outbox.%s', (name, { possible, code }) => {
  test.each(Object.keys(places))('of an answer that is %s', async (place) => {
    const { ctx, serve } = await open(place);
    const before = getOutboxRow(ctx.db, 'o1');
    // Two agents, or one who presses twice.
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
    // A stopped answer is held, but not for a time that could be cut short.
    const refusal = name === 'sendNow' && place === 'stopped' ? 'wrongState' : code;
    const error =
      place === 'put away'
        ? { code: 'notFound', what: 'outboxEntry', id: 'o1' }
        : { code: refusal, id: 'o1', state: before?.state };
    expect([first, second]).toEqual([
      { ok: false, error },
      { ok: false, error },
    ]);
    expect(getOutboxRow(ctx.db, 'o1')).toEqual(before);
  });

  test('of no answer at all, or with half an input, says what is wrong', async () => {
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
