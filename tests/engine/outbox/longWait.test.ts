import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';
import { untilState, untilStopped } from '../../support/untilState.ts';

const stoppedBy = (reason: string) => ({
  state: 'held',
  heldUntil: null,
  error: { code: 'lookAgain', reason },
});

describe('a reply that waited long for the network', () => {
  /** A reply that could not be sent, `waitMs` before the network is back. */
  async function waitOffline(waitMs: number, meanwhile: (engine: TestEngine) => void = () => {}) {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    const { url } = engine.simulator;
    await engine.restart({ xUrl: 'http://127.0.0.1:9' });
    const outboxId = await engine.send(id, 'On it');
    await until('it was tried', async () => (await engine.entry(outboxId))?.error?.code === 'offline');
    await engine.restart({ xUrl: url }, () => {
      engine.clock.jump(waitMs);
      meanwhile(engine);
    });
    return { engine, outboxId };
  }
  const write = ({ control }: TestEngine) => control.mention({ from: 'anna', text: 'It is here!' });
  const mentionReads = ({ control }: TestEngine) => control.state().requests['GET /2/users/:id/mentions'];

  test('is sent without a check after a short wait', async () => {
    const { engine, outboxId } = await waitOffline(5 * 60_000);
    await untilState(engine, outboxId, 'sent');
    expect(mentionReads(engine)).toBe(1);
  });

  test('is sent after a poll that brings nothing new', async () => {
    const { engine, outboxId } = await waitOffline(3 * 3_600_000);
    await untilState(engine, outboxId, 'sent');
    expect(mentionReads(engine)).toBe(2);
  });

  test('is stopped if a colleague has replied since', async () => {
    const { engine, outboxId } = await waitOffline(3 * 3_600_000, ({ control }) => {
      const replyToId = control.mention({ from: 'bob', text: 'Another matter' }).id;
      control.ownPost({ text: '@bob Solved', replyToId });
      control.ownDm({ to: 'anna', text: 'Solved' });
    });
    await untilStopped(engine, outboxId);
    expect(await engine.entry(outboxId)).toMatchObject(stoppedBy('answeredElsewhere'));
  });

  test('is stopped if the person has written since', async () => {
    const { engine, outboxId } = await waitOffline(3 * 3_600_000, write);
    await untilStopped(engine, outboxId);
    expect(await engine.entry(outboxId)).toMatchObject(stoppedBy('newMessage'));
  });

  /** Where messages of the person and replies of others come from. */
  const sources = ['mentions', '/users/.*/tweets$'];

  test.each(sources)('waits while X cannot be polled for the moment (%s)', async (path) => {
    const { engine, outboxId } = await waitOffline(3 * 3_600_000, ({ control }) => {
      control.addFault({ kind: 'serverError', match: { method: 'GET', path } });
    });
    await until('a poll failed', async () => (await engine.entry(outboxId))?.error?.code === 'xFailed');
    await engine.clock.advance(60_000);
    await untilState(engine, outboxId, 'sent');
  });

  test.each(sources)('is left to the agent if X does not allow the poll (%s)', async (path) => {
    const { engine, outboxId } = await waitOffline(3 * 3_600_000, ({ control }) => {
      // The timeline is fetched twice: to reconcile what was queued before the start, then by the poll.
      control.addFault({ kind: 'forbidden', count: 2, match: { method: 'GET', path } });
    });
    await untilStopped(engine, outboxId);
    expect(await engine.entry(outboxId)).toMatchObject(stoppedBy('longWait'));
    await engine.call('outbox.confirm', { id: outboxId });
    await untilState(engine, outboxId, 'sent');
  });
});
