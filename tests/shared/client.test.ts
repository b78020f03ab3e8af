import { describe, expect, test } from 'vitest';
import type { EngineEvent } from '#shared/contract/events.ts';
import { createEngineClient, type Port } from '#shared/rpc/client.ts';
import { someCounts } from '../support/someCounts.ts';

/** A port whose other end the test controls. */
function openPipe() {
  const posted: { id?: number; method?: string; params?: unknown }[] = [];
  let deliver: (message: unknown) => void = () => {};
  let hangUp = () => {};
  const port: Port = {
    post: (message) => posted.push(message as object),
    onMessage: (listener) => {
      deliver = listener;
    },
    onClose: (listener) => {
      hangUp = listener;
    },
  };
  return {
    client: createEngineClient(port),
    posted,
    deliver: (message: unknown) => deliver(message),
    hangUp: () => hangUp(),
  };
}

describe('a client of the engine', () => {
  test('gives each call its own response, whatever the order', async () => {
    const { client, posted, deliver } = openPipe();
    const [first, second] = [client.call('conversations.counts', {}), client.call('capture.status', {})];
    deliver({ jsonrpc: '2.0', id: posted[1]?.id, result: { sources: [] } });
    deliver({ jsonrpc: '2.0', id: posted[0]?.id, result: someCounts });
    expect(await first).toEqual({ ok: true, value: someCounts });
    expect(await second).toEqual({ ok: true, value: { sources: [] } });
  });

  test('returns an expected failure as data', async () => {
    const { client, deliver } = openPipe();
    const answer = client.call('capture.pollNow', {});
    const data = { code: 'offline' };
    deliver({ jsonrpc: '2.0', id: 1, error: { code: -32000, message: 'offline', data } });
    expect(await answer).toEqual({ ok: false, error: data });
  });

  test('treats a response that violates the contract as a bug', async () => {
    const { client, deliver } = openPipe();
    const answer = client.call('conversations.counts', {});
    deliver({ jsonrpc: '2.0', id: 1, result: { counts: 'many' } });
    expect(await answer).toMatchObject({ ok: false, error: { code: 'bug' } });
  });

  test('ends all calls when the engine goes away, and later ones at once', async () => {
    const { client, hangUp } = openPipe();
    const answer = client.call('conversations.counts', {});
    hangUp();
    expect(await answer).toEqual({ ok: false, error: { code: 'engineGone' } });
    expect(await client.call('conversations.counts', {})).toEqual({
      ok: false,
      error: { code: 'engineGone' },
    });
  });

  test('emits events that match the contract, until the listener is removed', () => {
    const { client, deliver } = openPipe();
    const events: EngineEvent[] = [];
    const stop = client.onEvent((event) => events.push(event));
    deliver({ jsonrpc: '2.0', method: 'conversations.changed', params: { ids: ['c1'] } });
    deliver({ jsonrpc: '2.0', method: 'conversations.changed', params: { ids: 'c1' } });
    deliver({ jsonrpc: '2.0', method: 'toString', params: {} });
    deliver('noise');
    stop();
    deliver({ jsonrpc: '2.0', method: 'settings.changed', params: {} });
    expect(events).toEqual([{ name: 'conversations.changed', params: { ids: ['c1'] } }]);
  });
});
