import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createEngine } from '#engine/engine.ts';
import { openConversation, startTestEngine, until } from '../support/startTestEngine.ts';
import { testOptions } from '../support/testOptions.ts';

test('an engine whose lock file was deleted leaves X to the one that has taken a new lock', async () => {
  const first = await startTestEngine();
  const { id } = await openConversation(first);
  const outboxId = await first.send(id, 'On it', 'public', 10_000);
  rmSync(join(first.dir, 'lock.sqlite'));
  const second = createEngine({
    ...testOptions,
    dataDir: first.dir,
    xUrl: first.simulator.url,
    clock: first.clock,
    log: () => {},
    pollSeconds: 0,
    timeoutMs: 5_000,
  });
  if (!second.ok) throw new Error(second.error.code);
  onTestFinished(second.value.stop);
  await first.clock.advance(10_000);
  await until('the first has given up', () =>
    first.logLines.some((line) => line.includes('engine.lockLost')),
  );
  // The first may have sent it just before, and X may show it late.
  await first.clock.advance(150_000);
  await until('it is sent', () => first.control.state().sentPosts.length > 0);
  await first.clock.advance(60_000);
  expect(first.control.state().sentPosts).toHaveLength(1);
  expect(await second.value.handle('outbox.list', {})).toMatchObject({
    value: { items: [{ id: outboxId, state: 'sent' }] },
  });
  expect(await first.fail('capture.pollNow', {})).toMatchObject({ code: 'workspaceInUse', dir: first.dir });
});
