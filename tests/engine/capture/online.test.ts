import { expect, test } from 'vitest';
import type { SourceStatus } from '#shared/domain/capture.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';

const mentionsOf = async (engine: TestEngine): Promise<SourceStatus | undefined> =>
  (await engine.call('capture.status', {})).sources.find(({ id }) => id === 'mentions');

/** An engine whose last cycle failed at mentions; the next one is planned minutes later. */
async function failed(fault: 'serverError' | 'rateLimited') {
  const engine = await startTestEngine({ pollSeconds: 300 });
  await engine.call('capture.pollNow', {});
  engine.control.addFault({ kind: fault, match: { method: 'GET', path: 'mentions' } });
  await engine.call('capture.pollNow', {});
  return engine;
}

test('X is checked within seconds of the system being online again, also after it has responded badly', async () => {
  const engine = await failed('serverError');
  expect((await mentionsOf(engine))?.error).toMatchObject({ code: 'xFailed', status: 503 });
  await engine.call('capture.networkChanged', { isOnline: true });
  await engine.clock.advance(SECOND_MS);
  await until('mentions were polled', async () => (await mentionsOf(engine))?.error === undefined);
});

test('what X has rate limited waits for the time that X named', async () => {
  const engine = await failed('rateLimited');
  const before = await mentionsOf(engine);
  expect(before?.error?.code).toBe('rateLimited');
  await engine.call('capture.networkChanged', { isOnline: true });
  await engine.clock.advance(MINUTE_MS);
  expect(await mentionsOf(engine)).toEqual(before);
});
