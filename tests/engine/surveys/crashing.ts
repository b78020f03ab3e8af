import { expect } from 'vitest';
import { openForCrashes } from '../../support/openForCrashes.ts';
import type { SpawnedEngine } from '../../support/spawnEngine.ts';
import { until } from '../../support/startTestEngine.ts';

export const people = ['anna', 'bob', 'carl', 'dora', 'emma', 'finn'];

/** What Perch looks for on X, or sends again, over more than a minute. */
const later = new Set(['resendDelayed', 'outcomeUnknown']);

/** A folder whose engines can be killed, with resolved conversations of `people`, who wrote at a time and can be asked at any. */
export async function resolvedForCrashes(at = Date.now()) {
  const { dir, control, start } = await openForCrashes();
  for (const from of people) control.dm({ from, text: 'Thanks, all is well', at });
  const first = await start();
  await first.call('capture.pollNow', {});
  await first.call('settings.set', { undoSeconds: 0 });
  await first.call('surveys.updateSettings', { quietFrom: 0, quietTo: 0 });
  const { items = [] } = (await first.call('conversations.list', { view: 'all' })) ?? {};
  expect(items).toHaveLength(people.length);
  for (const { id } of items) await first.call('conversations.setStatus', { id, status: 'resolved' });
  await first.end();
  return { dir, control, start, ids: items.map(({ id }) => id) };
}

/** Resolves once nothing is in the outbox that can be settled soon. */
export const untilSettled = (engine: SpawnedEngine) =>
  until('what can be settled at once is', async () => {
    const entries = (await engine.call('outbox.list', {}))?.items ?? [];
    return entries.every(({ state, error }) => state === 'sent' || later.has(error?.code ?? ''));
  });
