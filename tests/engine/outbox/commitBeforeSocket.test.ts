import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { STORE_FILE } from '#engine/store/open.ts';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';

const people = ['anna', 'bob', 'carl', 'dora'];
const SENDS = 100;

/** What the store said of an answer when the connection for it was opened. */
interface Seen {
  readonly text: string;
  /** How often the answer had been tried by what others could read; 0 where nothing said that it was on its way. */
  readonly attempts: number;
}

/** A door before the X at `xUrl` that looks into the store, as another process would, whenever somebody connects. */
async function openDoor(xUrl: string, dir: string) {
  const seen: Seen[] = [];
  const store = new Database(join(dir, STORE_FILE), { readonly: true });
  const sending = store.prepare<[], Seen>(`SELECT text, attempts FROM outbox WHERE state = 'sending'`);
  const atConnection = new WeakMap<Socket, Seen[]>();
  const door = createServer(async (incoming, answer) => {
    const body = await readBody(incoming);
    if (incoming.method === 'POST') {
      const { text } = JSON.parse(body);
      const row = atConnection.get(incoming.socket)?.find((one) => one.text === text);
      seen.push({ text, attempts: row?.attempts ?? 0 });
    }
    forward(xUrl, incoming, body, answer);
  });
  door.on('connection', (socket) => atConnection.set(socket, sending.all()));
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    door.close();
    store.close();
  });
  return { seen, url: `http://127.0.0.1:${(door.address() as AddressInfo).port}` };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of incoming) body += part;
  return body;
}

function forward(xUrl: string, incoming: IncomingMessage, body: string, answer: ServerResponse): void {
  const { method, headers } = incoming;
  const onwards = request(`${xUrl}${incoming.url}`, { method, headers }, (reply) => {
    answer.writeHead(reply.statusCode ?? 500, reply.headers);
    reply.pipe(answer);
  });
  onwards.end(body);
}

test(`each of ${SENDS} answers is on disk as on its way, with this attempt, before a connection is opened`, async () => {
  const engine = await startTestEngine();
  const door = await openDoor(engine.simulator.url, engine.dir);
  await engine.restart({ xUrl: door.url, timeoutMs: 10_000 });
  const conversations: string[] = [];
  for (const person of people) conversations.push((await openConversation(engine, person)).id);
  for (let n = 0; n < SENDS; n += 1) {
    // Every tenth one has to be tried again.
    if (n % 10 === 0) engine.control.addFault({ kind: 'rateLimited', match: { method: 'POST' } });
    const id = await engine.send(
      conversations[n % people.length] ?? '',
      `answer ${n}`,
      n % 3 === 0 ? 'dm' : 'public',
    );
    await until('it is sent', async () => {
      await engine.clock.advance(60_000);
      return (await engine.entry(id))?.state === 'sent';
    });
  }
  expect(door.seen.length).toBeGreaterThan(SENDS);
  const times = new Map<string, number>();
  for (const { text, attempts } of door.seen) {
    times.set(text, (times.get(text) ?? 0) + 1);
    expect(attempts, text).toBe(times.get(text));
  }
  expect(times.size).toBe(SENDS);
}, 60_000);
