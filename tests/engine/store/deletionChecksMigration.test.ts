import { expect, test } from 'vitest';
import { putAccount } from '#engine/store/account.ts';
import { deletionChecks } from '#engine/store/migrations/0021-deletion-checks.ts';
import { migrations } from '#engine/store/migrations/index.ts';
import { openStore } from '#engine/store/open.ts';
import { getSettings } from '#engine/store/settings.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';

/** The setting of a workspace from before there was one. */
function migrated(isConnected: boolean) {
  const dir = testFolder();
  const before = migrations.filter(({ version }) => version < deletionChecks.version);
  const opened = openStore(dir, { migrations: before });
  if (!opened.ok) throw new Error('The old store did not open');
  if (isConnected) putAccount(opened.value, { id: '1', handle: 'harbour', name: 'Harbour' }, 1_000);
  opened.value.close();
  return getSettings(openTestDb(dir)).deletionChecks;
}

test('a workspace from before the choice goes on checking daily', () => {
  expect(migrated(true)).toBe('daily');
});

test('one that never had an account begins thriftily', () => {
  expect(migrated(false)).toBe('thrifty');
});
