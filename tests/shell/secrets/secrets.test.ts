import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Cipher, openSecrets } from '#shell/secrets/secrets.ts';
import { expectPermissions } from '../../support/platform.ts';

const login = {
  tokens: { accessToken: 'canary-access', refreshToken: 'canary-refresh' },
  clientId: 'client',
};
const noConsent = { plainTextConsent: false, memoryOnly: false };
let dir: string;
beforeEach(() => {
  dir = path.join(mkdtempSync(path.join(tmpdir(), 'perch-secrets-')), 'logins');
});

/** A stand-in for the system's keyring. */
const keyring: Cipher = {
  encrypt: async (text) => Buffer.from([...Buffer.from(text)].map((byte) => byte ^ 0x55)),
  decrypt: async (bytes) => Buffer.from([...bytes].map((byte) => byte ^ 0x55)).toString(),
};
const brokenKeyring: Cipher = { ...keyring, decrypt: () => Promise.reject(new Error('another key')) };
const onDisk = () => readdirSync(dir).map((name) => readFileSync(path.join(dir, name), 'utf8'));

test('saves a login encrypted, readable by its owner only, and loads it', async () => {
  const secrets = openSecrets(dir, keyring);
  expect(secrets.choose(noConsent)).toEqual({ ok: true, value: 'encrypted' });
  await secrets.save('a', login, 'encrypted');
  expect(onDisk().join()).not.toContain(Buffer.from('canary').toString('base64').slice(0, 6));
  expectPermissions(path.join(dir, 'a.json'), 0o600);
  expectPermissions(dir, 0o700);
  expect(readdirSync(dir)).toEqual(['a.json']);
  const later = openSecrets(dir, keyring);
  expect(await later.load('a')).toEqual(login);
  expect(later.storageOf('a')).toBe('encrypted');
});

test('asks before it saves a login in plain text', () => {
  const secrets = openSecrets(dir, null);
  expect(secrets.choose(noConsent)).toEqual({ ok: false, error: { code: 'plainTextConsentNeeded' } });
  expect(secrets.choose({ ...noConsent, plainTextConsent: true })).toEqual({ ok: true, value: 'plainText' });
  expect(secrets.choose({ ...noConsent, memoryOnly: true })).toEqual({ ok: true, value: 'memory' });
});

test('forgets a login in memory when Perch quits', async () => {
  const secrets = openSecrets(dir, null);
  await secrets.save('a', login, 'memory');
  expect(await secrets.load('a')).toEqual(login);
  expect(await openSecrets(dir, null).load('a')).toBeNull();
});

test('removes an older login from disk when the new one stays in memory', async () => {
  const secrets = openSecrets(dir, null);
  await secrets.save('a', login, 'plainText');
  await secrets.save('a', { tokens: { accessToken: 'new' } }, 'memory');
  expect(readdirSync(dir)).toEqual([]);
});

test('saves renewed tokens where the first ones were saved', async () => {
  const secrets = openSecrets(dir, null);
  await secrets.save('a', login, 'memory');
  await secrets.save('a', { tokens: { accessToken: 'renewed' } });
  expect(await openSecrets(dir, null).load('a')).toBeNull();
  expect(await secrets.load('a')).toEqual({ tokens: { accessToken: 'renewed' } });
});

test('encrypts a plain-text login as soon as there is a keyring', async () => {
  await openSecrets(dir, null).save('a', login, 'plainText');
  expect(await openSecrets(dir, keyring).load('a')).toEqual(login);
  expect(JSON.parse(onDisk()[0] ?? '')).toMatchObject({ kept: 'encrypted' });
});

test('does not rewrite a login when loading it', async () => {
  await openSecrets(dir, keyring).save('a', login, 'encrypted');
  const before = statSync(path.join(dir, 'a.json')).ino;
  expect(await openSecrets(dir, keyring).load('a')).toEqual(login);
  expect(statSync(path.join(dir, 'a.json')).ino).toBe(before);
});

test('loads a plain-text login that cannot be encrypted yet', async () => {
  await openSecrets(dir, null).save('a', login, 'plainText');
  const locked = { ...keyring, encrypt: () => Promise.reject(new Error('the keyring is locked')) };
  const secrets = openSecrets(dir, locked);
  expect(await secrets.load('a')).toEqual(login);
  expect(secrets.storageOf('a')).toBe('plainText');
});

test.each([
  ['another key', brokenKeyring],
  ['no keyring', null],
])('treats a login that cannot be decrypted as absent and keeps its file: %s', async (_name, cipher) => {
  await openSecrets(dir, keyring).save('a', login, 'encrypted');
  expect(await openSecrets(dir, cipher).load('a')).toBeNull();
  expect(onDisk()).toHaveLength(1);
});

test('removes a login from memory and disk', async () => {
  const secrets = openSecrets(dir, keyring);
  await secrets.save('a', login, 'encrypted');
  await secrets.remove('a');
  expect(readdirSync(dir)).toEqual([]);
  expect(await secrets.load('a')).toBeNull();
});
