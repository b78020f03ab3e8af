import { describe, expect, it, vi } from 'vitest';
import { createShellClient } from '#renderer/shell/shellClient.ts';
import type { ShellBridge } from '#shared/contract/shell.ts';
import { aShellState } from '../support/builders.ts';

const bridge = (call: ShellBridge['call']): ShellBridge => ({
  call,
  onEvent: () => () => {},
  pathOf: () => '',
});

describe('the shell client', () => {
  it('returns what the shell responds', async () => {
    const client = createShellClient(bridge(async () => aShellState()));
    expect(await client.call('shell.state', {})).toEqual({ ok: true, value: aShellState() });
  });

  it.each([
    ['a response that violates the contract', async () => ({ nonsense: true })],
    ['a call that is rejected', () => Promise.reject(new Error('gone'))],
  ])('treats %s as a bug', async (_name, call) => {
    const result = await createShellClient(bridge(call)).call('shell.state', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'bug' } });
  });

  it('sends nothing that violates the contract', async () => {
    const call = vi.fn();
    const result = await createShellClient(bridge(call)).call('links.open', { url: 'x'.repeat(5_000) });
    expect(result.ok).toBe(false);
    expect(call).not.toHaveBeenCalled();
  });

  it('ignores unknown events', () => {
    const listener = vi.fn();
    let send: (event: unknown) => void = () => {};
    const client = createShellClient({
      call: async () => ({}),
      pathOf: () => '',
      onEvent: (given) => {
        send = given;
        return () => {};
      },
    });
    client.onEvent(listener);
    for (const event of [null, 7, { name: 'toString', params: {} }, { name: 'command.chosen', params: {} }])
      send(event);
    expect(listener).not.toHaveBeenCalled();
    send({ name: 'command.chosen', params: { command: 'help.open' } });
    expect(listener).toHaveBeenCalledWith({ name: 'command.chosen', params: { command: 'help.open' } });
  });

  it('keeps the last click on a notification until its workspace takes it', () => {
    let send: (event: unknown) => void = () => {};
    const client = createShellClient({
      call: async () => ({}),
      pathOf: () => '',
      onEvent: (given) => {
        send = given;
        return () => {};
      },
    });
    const event = { name: 'screen.chosen', params: { workspaceId: 'a', screen: 'outbox' } };
    send({ name: 'conversation.chosen', params: { workspaceId: 'a', id: 'c1' } });
    send(event);
    expect(client.takeChoice('b')).toBeNull();
    expect(client.takeChoice('a')).toEqual(event);
    expect(client.takeChoice('a')).toBeNull();
  });
});
