import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { fakeClock } from '../../../support/fakeClock.ts';
import { openSimulatedX } from '../../../support/openSimulatedX.ts';
import { xClientFor } from '../../../support/xClientFor.ts';

describe('a send that goes wrong', () => {
  const cases = [
    ['no answer, not applied', { kind: 'timeout', when: 'before' }, 'unknown', 0],
    ['no answer, applied', { kind: 'timeout', when: 'after' }, 'unknown', 1],
    ['a reset, not applied', { kind: 'reset', when: 'before' }, 'unknown', 0],
    ['a reset, applied', { kind: 'reset', when: 'after' }, 'unknown', 1],
    ['a server error, not applied', { kind: 'serverError', when: 'before' }, 'unknown', 0],
    ['a server error, applied', { kind: 'serverError', when: 'after' }, 'unknown', 1],
    ['a cut answer', { kind: 'truncated' }, 'unknown', 1],
    ['an unreadable answer', { kind: 'malformed' }, 'unknown', 1],
    ['an answer without an end', { kind: 'endless' }, 'unknown', 1],
    ['HTML', { kind: 'html' }, 'unknown', 0],
    ['a refusal', { kind: 'forbidden' }, 'refused', 0],
    ['no credits', { kind: 'creditsDepleted' }, 'refused', 0],
    ['a limit', { kind: 'rateLimited' }, 'notSent', 0],
    ['a limit of the older kind', { kind: 'rateLimited', shape: 'code88' }, 'notSent', 0],
    ['a used-up plan', { kind: 'rateLimited', shape: 'usageCapped', headers: 'wrong' }, 'notSent', 0],
  ] as const;

  test.each(cases)('%s', async (_, fault, outcome, applied) => {
    const { x, control } = await openSimulatedX({}, { timeoutMs: 300 });
    const mention = control.mention({ from: 'anna', text: 'Hi' });
    control.addFault({ ...fault, match: { method: 'POST' } });
    const answer = await x.createReply({ text: 'On it', inReplyTo: mention.id });
    expect(answer).toMatchObject({ ok: false, error: { outcome } });
    expect(control.state().sentPosts).toHaveLength(applied);
    expect(control.state().requests['POST /2/tweets']).toBe(1);
  });

  test('is certainly not sent if nobody listens', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const x = xClientFor(`http://127.0.0.1:${port}`, fakeClock());
    expect(await x.sendDm({ text: 'Hi', participantId: '1' })).toEqual({
      ok: false,
      error: { outcome: 'notSent', error: { code: 'offline' } },
    });
    expect(await x.getMe()).toEqual({ ok: false, error: { code: 'offline' } });
  });

  test('is certainly not sent if the host is unknown', async () => {
    const x = xClientFor('http://nowhere.invalid', fakeClock());
    expect(await x.sendDm({ text: 'Hi', participantId: '1' })).toMatchObject({
      error: { outcome: 'notSent' },
    });
  });

  test('distinguishes a stranger, a closed inbox and a repeated text', async () => {
    const { x, control } = await openSimulatedX();
    const stranger = control.post({ from: 'bob', text: 'Harbour is slow' });
    const closed = control.person({ handle: 'carl', receivesDms: false });
    const mention = control.mention({ from: 'anna', text: 'Hi' });
    await x.createReply({ text: 'On it', inReplyTo: mention.id });
    const code = async (answer: ReturnType<typeof x.createReply>) => {
      const result = await answer;
      return result.ok ? 'sent' : result.error.error.code;
    };
    expect(await code(x.createReply({ text: 'Sorry', inReplyTo: stranger.id }))).toBe('replyNotAllowed');
    expect(await code(x.sendDm({ text: 'Hi', participantId: closed.id }))).toBe('dmNotAllowed');
    expect(await code(x.createReply({ text: 'On it', inReplyTo: mention.id }))).toBe('duplicatePost');
  });
});
