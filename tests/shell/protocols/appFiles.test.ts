import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { serveAppFile, toAppFile } from '#shell/protocols/appFiles.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'perch-app-'));
const root = path.join(dir, 'renderer');

beforeAll(() => {
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'index.html'), '<!doctype html>');
  writeFileSync(path.join(root, 'assets', 'a b.js'), 'export {};');
  writeFileSync(path.join(root, 'notes.txt'), 'not served');
  writeFileSync(path.join(dir, 'secret.json'), '{}');
  mkdirSync(path.join(dir, 'renderer-other'));
  writeFileSync(path.join(dir, 'renderer-other', 'a.js'), '');
});

test.each([
  ['app://perch/', 'index.html'],
  ['app://perch/index.html', 'index.html'],
  ['app://perch/?a=1#b', 'index.html'],
  ['app://perch/assets/a%20b.js', 'assets/a b.js'],
  ['app://perch/x/../index.html', 'index.html'],
])('finds the file of %s', (address, file) => {
  expect(toAppFile(root, address)).toBe(path.join(root, file));
});

test.each([
  'app://perch/..%2fsecret.json',
  'app://perch/%2e%2e%2fsecret.json',
  'app://perch/assets/..%2f..%2fsecret.json',
  'app://perch/..%2frenderer-other/a.js',
  'app://perch/..%5csecret.json',
  'app://perch/index.html%00.js',
  'app://perch/%E0%A4%A',
  'app://perch//etc/passwd',
  'app://other/index.html',
  'app://perch.evil/index.html',
  'https://perch/index.html',
  'file:///etc/passwd',
  'app://perch/notes.txt',
  'app://perch/assets',
  'nonsense',
])('finds no file for %s', (address) => {
  expect(toAppFile(root, address)).toBeNull();
});

test('serves a file with its media type, nosniff and the policy', async () => {
  const response = await serveAppFile(root, 'app://perch/');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await response.text()).toBe('<!doctype html>');
});

test.each(['app://perch/missing.js', 'app://perch/..%2fsecret.json', 'app://perch/notes.txt'])(
  'responds 404 with the policy to %s',
  async (address) => {
    const response = await serveAppFile(root, address);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  },
);
