import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createFileLog, withoutSecrets } from '#shell/log.ts';
import { expectPermissions } from '../support/platform.ts';

const canary = 'canary-7f3a9';

test.each([
  `Authorization: Bearer ${canary}`,
  `http://127.0.0.1/callback?state=${canary}&code=${canary}`,
  `{"accessToken":"${canary}","refreshToken":"${canary}"}`,
  `{\\"accessToken\\":\\"${canary}\\"}`,
  `refresh_token=${canary}&access_token=${canary}`,
])('blacks out the secret in %s', (text) => {
  expect(withoutSecrets(text)).not.toContain(canary);
});

test('writes a line for each happening that only its owner may read', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'perch-log-')), 'logs', 'perch.log');
  const log = createFileLog(file, () => 0);
  log('started', { pid: 7 });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    happening: 'started',
    pid: 7,
  });
  expectPermissions(file, 0o600);
});

test('sets a long file aside and keeps one older one', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'perch-log-')), 'perch.log');
  const log = createFileLog(file, () => 0);
  const words = 'x'.repeat(300_000);
  for (let line = 0; line < 9; line += 1) log('long', { words });
  expect(existsSync(file.replace('.log', '.1.log'))).toBe(true);
  expect(statSync(file).size).toBeLessThan(1_400_000);
});

test('writes nothing, and says nothing, where the disk refuses', () => {
  const occupied = path.join(mkdtempSync(path.join(tmpdir(), 'perch-log-')), 'logs');
  writeFileSync(occupied, '');
  expect(() => createFileLog(path.join(occupied, 'perch.log'), () => 0)('started')).not.toThrow();
});
