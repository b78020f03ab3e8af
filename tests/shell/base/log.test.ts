import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createFileLog } from '#shell/base/log.ts';
import { expectPermissions } from '../../support/platform.ts';

test('writes one line per event, readable by its owner only', () => {
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

test('rotates a long file and keeps one older file', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'perch-log-')), 'perch.log');
  const log = createFileLog(file, () => 0);
  const words = 'x'.repeat(300_000);
  for (let line = 0; line < 9; line += 1) log('long', { words });
  expect(existsSync(file.replace('.log', '.1.log'))).toBe(true);
  expect(statSync(file).size).toBeLessThan(1_400_000);
});

test('does not throw if the disk refuses', () => {
  const occupied = path.join(mkdtempSync(path.join(tmpdir(), 'perch-log-')), 'logs');
  writeFileSync(occupied, '');
  expect(() => createFileLog(path.join(occupied, 'perch.log'), () => 0)('started')).not.toThrow();
});
