import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openRequestLedger } from '#shell/media/requestLedger.ts';

const host = 'pbs.twimg.com';
const request = { host, purpose: 'media', isFailed: false, receivedBytes: 10 } as const;
const folder = () => mkdtempSync(path.join(tmpdir(), 'perch-ledger-'));
const noLog = () => {};

test('counts the requests to a host by purpose, and keeps them', async () => {
  const file = path.join(folder(), 'network.json');
  let now = 100;
  const ledger = openRequestLedger(file, noLog, () => now);
  ledger.record(request);
  now = 200;
  ledger.record({ ...request, isFailed: true, receivedBytes: 3 });
  now = 300;
  ledger.record({ ...request, purpose: 'profilePictures' });
  const expected = [
    {
      host,
      purpose: 'profilePictures',
      requests: 1,
      failed: 0,
      receivedBytes: 10,
      firstAt: 300,
      lastAt: 300,
    },
    { host, purpose: 'media', requests: 2, failed: 1, receivedBytes: 13, firstAt: 100, lastAt: 200 },
  ];
  expect(ledger.list()).toEqual(expected);
  await ledger.saved();
  expect(openRequestLedger(file, noLog, () => now).list()).toEqual(expected);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ items: expected });
});

test('loses nothing of a burst of requests', async () => {
  const file = path.join(folder(), 'network.json');
  const ledger = openRequestLedger(file, noLog, () => 1);
  for (let count = 0; count < 500; count += 1) ledger.record(request);
  await ledger.saved();
  expect(openRequestLedger(file, noLog, () => 1).list()).toMatchObject([{ requests: 500 }]);
});

test('begins anew where the file is damaged, and says so in the log', () => {
  const file = path.join(folder(), 'network.json');
  writeFileSync(file, '{"items":[{"host":1}]}');
  const lines: string[] = [];
  const ledger = openRequestLedger(
    file,
    (event) => lines.push(event),
    () => 1,
  );
  expect(ledger.list()).toEqual([]);
  expect(lines).toEqual(['network.notRead']);
});

test('goes on where the disk refuses', async () => {
  const file = path.join(folder(), 'network.json');
  writeFileSync(`${file}x`, '');
  const lines: string[] = [];
  const ledger = openRequestLedger(
    path.join(`${file}x`, 'network.json'),
    (event) => lines.push(event),
    () => 1,
  );
  ledger.record(request);
  await ledger.saved();
  expect(ledger.list()).toMatchObject([{ requests: 1 }]);
  expect(lines).toContain('network.notSaved');
});
