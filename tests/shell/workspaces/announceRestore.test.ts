import { expect, test } from 'vitest';
import { createEngineClient } from '#shared/rpc/client.ts';
import { announceRestore } from '#shell/workspaces/announceRestore.ts';
import { fakeClock, settle } from '../../support/fakeClock.ts';
import { respondingPort } from '../support/memoryPort.ts';

const name = 'perch-20261127T144316Z.sqlite';

test('waits until the engine has written down which backup is to be restored', async () => {
  const calls: unknown[] = [];
  const engine = createEngineClient(
    respondingPort((method, params) => {
      calls.push([method, params]);
      return {};
    }),
  );
  await announceRestore(engine, name, fakeClock());
  expect(calls).toEqual([['backups.announceRestore', { name }]]);
});

test('waits no longer than a second for an engine that does not respond', async () => {
  const clock = fakeClock();
  let isOver = false;
  const announcing = announceRestore(createEngineClient(respondingPort(() => undefined)), name, clock).then(
    () => {
      isOver = true;
    },
  );
  await clock.advance(999);
  await settle();
  expect(isOver).toBe(false);
  await clock.advance(1);
  await announcing;
});
