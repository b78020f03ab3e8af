import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { listAccounts, updateHandle, writeAccount } from '#shell/workspaces/knownAccounts.ts';

const account = { id: 'account-123e4567-e89b-12d3-a456-426614174000', xId: '42', handle: 'harbour' };
let userData: string;
beforeEach(() => {
  userData = mkdtempSync(path.join(tmpdir(), 'perch-accounts-'));
});
const put = (folder: string, text: string) => {
  mkdirSync(path.join(userData, 'workspaces', folder), { recursive: true });
  writeFileSync(path.join(userData, 'workspaces', folder, 'account.json'), text);
};

test('lists no accounts at first', () => {
  expect(listAccounts(userData)).toEqual([]);
});

test('lists an account with its latest handle', async () => {
  await writeAccount(userData, account);
  await writeAccount(userData, { ...account, handle: 'harbour_help' });
  expect(listAccounts(userData)).toEqual([{ ...account, handle: 'harbour_help' }]);
});

test('ignores folders that are not of an account', () => {
  put('demo', '{"xId":"1","handle":"a"}');
  put('account-of-somebody', '{"xId":"1","handle":"a"}');
  put(account.id, '{"xId":');
  expect(listAccounts(userData)).toEqual([]);
});

test('updates the handle of a known account, and writes nothing for an unknown one', async () => {
  await writeAccount(userData, account);
  await updateHandle(userData, account.id, 'harbour_help');
  await updateHandle(userData, 'account-00000000-0000-0000-0000-000000000000', 'somebody');
  expect(listAccounts(userData)).toEqual([{ ...account, handle: 'harbour_help' }]);
});

test('rejects an id that is not one of an account', async () => {
  await expect(writeAccount(userData, { ...account, id: '../../elsewhere' })).rejects.toThrow();
});
