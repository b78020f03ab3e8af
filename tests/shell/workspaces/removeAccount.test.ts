import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openStateStore } from '#shell/preferences/stateStore.ts';
import { openSecrets } from '#shell/secrets/secrets.ts';
import { deleteAccount, getAccountSizes } from '#shell/workspaces/accountsOnDisk.ts';
import { listAccounts } from '#shell/workspaces/knownAccounts.ts';
import { finishRemovals } from '#shell/workspaces/removeAccount.ts';

const id = 'account-00000000-0000-4000-8000-000000000001';
const other = 'account-00000000-0000-4000-8000-000000000002';
let userData: string;
let cacheDir: string;
const workspaces = () => readdirSync(path.join(userData, 'workspaces'));

beforeEach(async () => {
  userData = mkdtempSync(path.join(tmpdir(), 'perch-remove-'));
  cacheDir = path.join(userData, 'cache');
  for (const account of [id, other]) {
    const dir = path.join(userData, 'workspaces', account);
    mkdirSync(path.join(dir, 'media'), { recursive: true });
    writeFileSync(
      path.join(dir, 'account.json'),
      JSON.stringify({ xId: account.slice(-1), handle: 'harbour' }),
    );
    writeFileSync(path.join(dir, 'media', 'photo'), Buffer.alloc(500_000));
  }
  mkdirSync(cacheDir);
  writeFileSync(path.join(cacheDir, 'picture'), Buffer.alloc(1_000));
});

const options = () => {
  const secrets = openSecrets(path.join(userData, 'logins'), null);
  const state = openStateStore({ dir: userData, write: () => {}, log: () => {} });
  return { userData, cacheDir, secrets, state, log: () => {} };
};

test('deletes the folder, the login and the picture cache of one account, and nothing of the other', async () => {
  const all = options();
  await all.secrets.save(id, { tokens: { accessToken: 'secret' } }, 'plainText');
  await all.secrets.save(other, { tokens: { accessToken: 'other' } }, 'plainText');
  expect(await getAccountSizes(all, id)).toMatchObject({ cacheBytes: 1_000 });
  expect((await getAccountSizes(all, id)).workspaceBytes).toBeGreaterThan(500_000);
  expect(await deleteAccount(all, id)).toBeNull();
  expect(workspaces()).toEqual([other]);
  expect(existsSync(cacheDir)).toBe(false);
  expect(await all.secrets.load(id)).toBeNull();
  expect(await all.secrets.load(other)).toMatchObject({ tokens: { accessToken: 'other' } });
});

test('a removal that was killed in the middle is no account, and is finished at the next start', async () => {
  const dir = path.join(userData, 'workspaces');
  mkdirSync(path.join(dir, `removing-${id}`));
  writeFileSync(path.join(dir, `removing-${id}`, 'perch.sqlite'), 'half of it');
  expect(listAccounts(userData).map((account) => account.id)).toEqual([id, other]);
  await finishRemovals(userData, cacheDir, () => {});
  expect(workspaces()).toEqual([id, other]);
  expect(existsSync(cacheDir)).toBe(false);
});

test('leaves the picture cache alone where nothing was being removed', async () => {
  await finishRemovals(userData, cacheDir, () => {});
  expect(existsSync(cacheDir)).toBe(true);
});

test('says why a folder cannot be deleted', async () => {
  const missing = 'account-00000000-0000-4000-8000-000000000003';
  expect(await deleteAccount(options(), missing)).toMatchObject({ code: 'storeUnwritable' });
});
