import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { STORE_FILE } from '#engine/store/open.ts';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';

const people = ['anna', 'bob', 'carl', 'dora'];
const SENDS = 100;

/** What the store held about a reply when the connection for it was opened. */
interface Seen {
  readonly text: string;
  /** The attempts that another process could read; 0 if the reply was not stored as sending. */
  readonly attempts: number;
}

/** A proxy before the X at `xUrl` that reads the store, as another process would, whenever somebody connects. */
async function openProxy(xUrl: string, dir: string) {
  const seen: Seen[] = [];
  const store = new Database(join(dir, STORE_FILE), { readonly: true });
  const sending = store.prepare<[], Seen>(`SELECT text, attempts FROM outbox WHERE state = 'sending'`);
  const atConnection = new WeakMap<Socket, Seen[]>();
  const proxy = createServer(async (incoming, response) => {
    const body = await readBody(incoming);
    if (incoming.method === 'POST') {
      const { text } = JSON.parse(body);
      const row = atConnection.get(incoming.socket)?.find((one) => one.text === text);
      seen.push({ text, attempts: row?.attempts ?? 0 });
    }
    forward(xUrl, incoming, body, response);
  });
  proxy.on('connection', (socket) => atConnection.set(socket, sending.all()));
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.close();
    store.close();
  });
  return { seen, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of incoming) body += part;
  return body;
}

function forward(xUrl: string, incoming: IncomingMessage, body: string, response: ServerResponse): void {
  const { method, headers } = incoming;
  const onwards = request(`${xUrl}${incoming.url}`, { method, headers }, (fromX) => {
    response.writeHead(fromX.statusCode ?? 500, fromX.headers);
    fromX.pipe(response);
  });
  onwards.end(body);
}

test(`each of ${SENDS} replies is on disk as sending, with this attempt, before a connection is opened`, async () => {
  const engine = await startTestEngine();
  const proxy = await openProxy(engine.simulator.url, engine.dir);
  await engine.restart({ xUrl: proxy.url, timeoutMs: 10_000 });
  const conversations: string[] = [];
  for (const person of people) conversations.push((await openConversation(engine, person)).id);
  for (let n = 0; n < SENDS; n += 1) {
    // Every tenth one needs a second attempt.
    if (n % 10 === 0) engine.control.addFault({ kind: 'rateLimited', match: { method: 'POST' } });
    const id = await engine.send(
      conversations[n % people.length] ?? '',
      `reply ${n}`,
      n % 3 === 0 ? 'dm' : 'public',
    );
    await until('it is sent', async () => {
      await engine.clock.advance(60_000);
      return (await engine.entry(id))?.state === 'sent';
    });
  }
  expect(proxy.seen.length).toBeGreaterThan(SENDS);
  const times = new Map<string, number>();
  for (const { text, attempts } of proxy.seen) {
    times.set(text, (times.get(text) ?? 0) + 1);
    expect(attempts, text).toBe(times.get(text));
  }
  expect(times.size).toBe(SENDS);
});
