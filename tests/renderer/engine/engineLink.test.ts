import { describe, expect, it, vi } from 'vitest';
import { createEngineLink } from '#renderer/engine/engineLink.ts';
import { ok } from '#shared/result.ts';
import { testInfo } from '../support/builders.ts';
import { createFakeEngine } from '../support/fakeEngine.ts';

const start = () => createFakeEngine({ 'system.info': () => ok(testInfo) });

describe('the link to the engine', () => {
  it('holds calls until the engine is live', async () => {
    const link = createEngineLink();
    const response = link.call('system.info', {});
    expect(link.state()).toBe('waiting');
    link.accept(start().connect());
    expect(await response).toEqual(ok(testInfo));
    expect(link.state()).toBe('live');
  });

  it('fails calls under way when the engine dies, and holds later ones', async () => {
    const link = createEngineLink();
    const engine = createFakeEngine({ 'system.info': () => new Promise(() => {}) });
    link.accept(engine.connect());
    const lost = link.call('system.info', {});
    engine.die();
    expect(await lost).toEqual({ ok: false, error: { code: 'engineGone' } });
    expect(link.state()).toBe('restarting');
    const next = link.call('system.info', {});
    link.accept(start().connect());
    expect(await next).toEqual(ok(testInfo));
  });

  it('is restarting by the time that calls under way fail', async () => {
    const link = createEngineLink();
    const closers: (() => void)[] = [];
    link.accept({ post: () => {}, onMessage: () => {}, onClose: (close) => closers.push(close) });
    const stateThen = link.call('system.info', {}).then(() => link.state());
    // Between two listeners of an event, a browser runs what waits for promises.
    for (const close of closers) await Promise.resolve(close());
    expect(await stateThen).toBe('restarting');
  });

  it('fails all calls when the engine will not come back', async () => {
    const link = createEngineLink();
    const waiting = link.call('system.info', {});
    link.lose(false);
    expect(await waiting).toEqual({ ok: false, error: { code: 'engineGone' } });
    expect(await link.call('system.info', {})).toEqual({ ok: false, error: { code: 'engineGone' } });
  });

  it('passes on events of the current engine only', () => {
    const link = createEngineLink();
    const listener = vi.fn();
    link.onEvent(listener);
    const [first, second] = [start(), start()];
    link.accept(first.connect());
    link.accept(second.connect());
    first.emit('settings.changed', {});
    second.emit('settings.changed', {});
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
