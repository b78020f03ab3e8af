import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';
import { untilState, untilStopped } from '../../support/untilState.ts';

const lookAgain = (reason: string) => ({
  state: 'held',
  heldUntil: null,
  error: { code: 'lookAgain', reason },
});

describe('an answer that waited long for the network', () => {
  /** An answer that could not leave, and was then away from X for so long. */
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

  test('goes out without a look after a short wait', async () => {
    const { engine, outboxId } = await waitOffline(5 * 60_000);
    await untilState(engine, outboxId, 'sent');
    expect(mentionReads(engine)).toBe(1);
  });

  test('goes out after a look at X where nothing has happened', async () => {
    const { engine, outboxId } = await waitOffline(3 * 3_600_000);
    await untilState(engine, outboxId, 'sent');
    expect(mentionReads(engine)).toBe(2);
  });

  test('is stopped where the person has written meanwhile', async () => {
    const { engine, outboxId } = await waitOffline(3 * 3_600_000, write);
    await untilStopped(engine, outboxId);
    expect(await engine.entry(outboxId)).toMatchObject(lookAgain('newMessage'));
  });

  test('waits on while X cannot be looked at for the moment', async () => {
    const { engine, outboxId } = await waitOffline(3 * 3_600_000, ({ control }) => {
      control.addFault({ kind: 'serverError', match: { method: 'GET', path: 'mentions' } });
    });
    await until('a look failed', async () => (await engine.entry(outboxId))?.error?.code === 'xFailed');
    await engine.clock.advance(60_000);
    await untilState(engine, outboxId, 'sent');
  });

  test('asks the agent where X does not let Perch look', async () => {
    const { engine, outboxId } = await waitOffline(3 * 3_600_000, ({ control }) => {
      control.addFault({ kind: 'forbidden', match: { method: 'GET', path: 'mentions' } });
    });
    await untilStopped(engine, outboxId);
    expect(await engine.entry(outboxId)).toMatchObject(lookAgain('longWait'));
    await engine.call('outbox.confirm', { id: outboxId });
    await untilState(engine, outboxId, 'sent');
  });
});
