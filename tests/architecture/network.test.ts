import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findContacts } from './contacts.ts';
import { listSources, productFolders, projectRoot } from './sourceTree.ts';

/**
 * The files that may open a connection, and where what they contact is recorded. Whoever adds one records it too, so that the
 * network page stays complete.
 */
const known: Readonly<Record<string, string>> = {
  'src-main/engine/x/client/httpTransport.ts': 'every request, by the engine',
  'src-main/shell/media/mediaProtocol.ts': 'passes fetch on to serveMedia.ts',
  'src-main/shell/media/serveMedia.ts': 'every request, by the shell',
  // These contact no host.
  'src-main/shell/background/dBus.ts': 'a socket of the session bus on this machine',
  'src-main/shell/login/loopback.ts': 'listens for the browser on this machine',
  'src-main/simulator/server.ts': 'listens on this machine',
};

const readSource = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8');

test('only files that record it contact a host', () => {
  const files = productFolders.flatMap(listSources);
  expect(files.length).toBeGreaterThan(1_000);
  const found = files.filter((file) => findContacts(file, readSource(file)).length > 0);
  expect(found.sort()).toEqual(Object.keys(known).sort());
});

test.each([
  ["import { request } from 'node:https';"],
  ["import net from 'net';"],
  ["import type { Socket } from 'node:net';\nconst http = await import('node:http2');"],
  ["import { net } from 'electron';"],
  ["import * as electron from 'electron';\nelectron.net.request('https://x.com');"],
  ["import { autoUpdater } from 'electron';"],
  ["await fetch('https://example.com/');"],
  ["await globalThis.fetch('https://example.com/');"],
  ["await session.defaultSession.fetch('https://example.com/');"],
  ['const call = window.fetch;'],
  ["new WebSocket('wss://example.com/');"],
  ['new XMLHttpRequest();'],
  ["new EventSource('/events');"],
  ["navigator.sendBeacon('/', '');"],
  ["import axios from 'axios';"],
  ["import { TwitterApi } from 'twitter-api-v2';"],
])('%s is found as a contact', (source) => {
  expect(findContacts('a.ts', source)).not.toEqual([]);
});

test.each([
  ["import type { Socket } from 'node:net';"],
  ['interface Feed { fetch(page: string): Promise<string>; }\nconst feed: Feed = { fetch: async () => "" };'],
  ["await feed.fetch('1');"],
  ["import { app } from 'electron';"],
])('%s is none', (source) => {
  expect(findContacts('a.ts', source)).toEqual([]);
});
