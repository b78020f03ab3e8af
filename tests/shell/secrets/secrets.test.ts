import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Cipher } from '#shell/secrets/loginFile.ts';
import { openSecrets } from '#shell/secrets/secrets.ts';
import { expectPermissions } from '../../support/platform.ts';

const login = {
  tokens: { accessToken: 'canary-access', refreshToken: 'canary-refresh' },
  clientId: 'client',
};
const ask = { plainTextConsent: false, memoryOnly: false };
let dir: string;
beforeEach(() => {
  dir = path.join(mkdtempSync(path.join(tmpdir(), 'perch-secrets-')), 'logins');
});

/** Stands for the system's keyring: shifts every byte. */
const keyring: Cipher = {
  encrypt: async (text) => Buffer.from([...Buffer.from(text)].map((byte) => byte ^ 0x55)),
  decrypt: async (bytes) => Buffer.from([...bytes].map((byte) => byte ^ 0x55)).toString(),
};
const brokenKeyring: Cipher = { ...keyring, decrypt: () => Promise.reject(new Error('another key')) };
const onDisk = () => readdirSync(dir).map((name) => readFileSync(path.join(dir, name), 'utf8'));

test('keeps a login encrypted, in a file for its owner only, and reads it back', async () => {
  const secrets = openSecrets(dir, keyring);
  expect(secrets.choose(ask)).toEqual({ ok: true, value: 'encrypted' });
  await secrets.save('a', login, 'encrypted');
  expect(onDisk().join()).not.toContain(Buffer.from('canary').toString('base64').slice(0, 6));
  expectPermissions(path.join(dir, 'a.json'), 0o600);
  expectPermissions(dir, 0o700);
  expect(readdirSync(dir)).toEqual(['a.json']);
  const later = openSecrets(dir, keyring);
  expect(await later.load('a')).toEqual(login);
  expect(later.storageOf('a')).toBe('encrypted');
});

test('asks before a login is kept readable, and keeps it nowhere until then', () => {
  const secrets = openSecrets(dir, null);
  expect(secrets.choose(ask)).toEqual({ ok: false, error: { code: 'plainTextConsentNeeded' } });
  expect(secrets.choose({ ...ask, plainTextConsent: true })).toEqual({ ok: true, value: 'plainText' });
  expect(secrets.choose({ ...ask, memoryOnly: true })).toEqual({ ok: true, value: 'memory' });
});

test('forgets a login that was only in memory when Perch ends', async () => {
  const secrets = openSecrets(dir, null);
  await secrets.save('a', login, 'memory');
  expect(await secrets.load('a')).toEqual(login);
  expect(await openSecrets(dir, null).load('a')).toBeNull();
});

test('leaves no older login on the disk for one that is to be forgotten', async () => {
  const secrets = openSecrets(dir, null);
  await secrets.save('a', login, 'plainText');
  await secrets.save('a', { tokens: { accessToken: 'new' } }, 'memory');
  expect(readdirSync(dir)).toEqual([]);
});

test('keeps renewed tokens where the first ones were kept', async () => {
  const secrets = openSecrets(dir, null);
  await secrets.save('a', login, 'memory');
  await secrets.save('a', { tokens: { accessToken: 'renewed' } });
  expect(await openSecrets(dir, null).load('a')).toBeNull();
  expect(await secrets.load('a')).toEqual({ tokens: { accessToken: 'renewed' } });
});

test('encrypts a readable login as soon as there is a keyring', async () => {
  await openSecrets(dir, null).save('a', login, 'plainText');
  expect(await openSecrets(dir, keyring).load('a')).toEqual(login);
  expect(JSON.parse(onDisk()[0] ?? '')).toMatchObject({ kept: 'encrypted' });
});

test('reads a login without writing it anew', async () => {
  await openSecrets(dir, keyring).save('a', login, 'encrypted');
  const before = statSync(path.join(dir, 'a.json')).ino;
  expect(await openSecrets(dir, keyring).load('a')).toEqual(login);
  expect(statSync(path.join(dir, 'a.json')).ino).toBe(before);
});

test('gives a readable login also where it cannot be encrypted yet', async () => {
  await openSecrets(dir, null).save('a', login, 'plainText');
  const locked = { ...keyring, encrypt: () => Promise.reject(new Error('the keyring is locked')) };
  const secrets = openSecrets(dir, locked);
  expect(await secrets.load('a')).toEqual(login);
  expect(secrets.storageOf('a')).toBe('plainText');
});

test.each([
  ['another key', brokenKeyring],
  ['no keyring any more', null],
])('takes a login that cannot be read for none, and leaves its file: %s', async (_name, cipher) => {
  await openSecrets(dir, keyring).save('a', login, 'encrypted');
  expect(await openSecrets(dir, cipher).load('a')).toBeNull();
  expect(onDisk()).toHaveLength(1);
});

test('removes a login for good', async () => {
  const secrets = openSecrets(dir, keyring);
  await secrets.save('a', login, 'encrypted');
  await secrets.remove('a');
  expect(readdirSync(dir)).toEqual([]);
  expect(await secrets.load('a')).toBeNull();
});
