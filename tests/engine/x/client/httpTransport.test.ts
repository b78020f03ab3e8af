import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeClock } from '../../../support/fakeClock.ts';
import { type SecureServer, startSecureServer } from '../../../support/startSecureServer.ts';
import { xClientFor } from '../../../support/xClientFor.ts';

const purpose = { source: 'answers', conversationId: 'c1' } as const;
const me = { data: { id: '795372667', name: 'Harbour', username: 'harbourhelp' } };

/** An X over TLS that accepts every reply and then runs `end` instead of responding. */
async function startX(end: (request: IncomingMessage, response: ServerResponse) => void) {
  const taken: string[] = [];
  const server: SecureServer = await startSecureServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      if (request.method === 'POST') {
        taken.push(body);
        end(request, response);
        return;
      }
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(me));
    });
  });
  return { server, taken, x: xClientFor(server.url, fakeClock(), { timeoutMs: 300 }) };
}

describe('a reply over a TLS connection', () => {
  test.each<[string, Parameters<typeof startX>[0]]>([
    ['breaks', (request) => request.socket.destroy()],
    ['falls silent', () => {}],
  ])('may have arrived if the connection %s, even right after a read', async (_, end) => {
    const { x, taken } = await startX(end);
    for (const send of [
      () => x.createReply({ text: 'On it', inReplyTo: '1' }, purpose),
      () => x.sendDm({ text: 'On it', participantId: '2' }, purpose),
    ]) {
      expect(await x.getMe()).toMatchObject({ ok: true });
      expect(await send()).toMatchObject({ ok: false, error: { outcome: 'unknown' } });
    }
    expect(taken).toHaveLength(2);
  });

  test('never uses a connection that X may have closed since a read', async () => {
    const { x, server } = await startX((_, response) => response.end('{"data":{"id":"9"}}'));
    for (let n = 1; n <= 3; n += 1) {
      await x.getMe();
      await x.createReply({ text: 'On it', inReplyTo: '1' }, purpose);
    }
    expect(server.connections()).toBe(6);
  });

  test('was not sent if the handshake never completed', async () => {
    const plain = createServer((socket) => socket.once('data', () => socket.destroy()));
    onTestFinished(() => void plain.close());
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const x = xClientFor(`https://127.0.0.1:${(plain.address() as AddressInfo).port}`, fakeClock());
    const answer = await x.createReply({ text: 'On it', inReplyTo: '1' }, purpose);
    expect(answer).toMatchObject({ ok: false, error: { outcome: 'notSent', error: { code: 'offline' } } });
  });
});

describe('a response without end', () => {
  const endless = async () => {
    let sent = 0;
    const server = await startSecureServer((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.write('{"data":{"id":"1","name":"');
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(64 * 1024))) sent += 64 * 1024;
      };
      response.on('drain', write);
      write();
    });
    return { x: xClientFor(server.url, fakeClock(), { timeoutMs: 60_000 }), sent: () => sent };
  };

  test('to a read is cut off at 16 MB', async () => {
    const { x, sent } = await endless();
    expect(await x.getMe()).toMatchObject({
      ok: false,
      error: { code: 'xFailed', detail: 'the response was longer than 16 MB' },
    });
    expect(sent()).toBeLessThan(32 * 1024 * 1024);
  });

  test('to a reply leaves its outcome unknown', async () => {
    const { x } = await endless();
    expect(await x.createReply({ text: 'On it', inReplyTo: '1' }, purpose)).toMatchObject({
      ok: false,
      error: { outcome: 'unknown' },
    });
  });
});

test('reading many pages leaves no listeners on a connection', async () => {
  const warn = vi.spyOn(process, 'emitWarning');
  onTestFinished(() => warn.mockRestore());
  const { x } = await startX(() => {});
  for (let n = 1; n <= 12; n += 1) expect(await x.getMe()).toMatchObject({ ok: true });
  expect(warn.mock.calls.filter(([warning]) => String(warning).includes('MaxListeners'))).toEqual([]);
});
