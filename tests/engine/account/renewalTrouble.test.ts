import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SecretSink } from '#engine/account/credentialKeeper.ts';
import { takeFileLock } from '#engine/store/fileLock.ts';
import { openRenewal, whileTimePasses } from '../../support/openRenewal.ts';

describe('renewal', () => {
  test('prefers its own unsaved pair to an older saved one, and saves it later', async () => {
    const { clock, simulator, start, shared, read } = await openRenewal();
    let isFull = true;
    const sink: SecretSink = {
      ...shared,
      saveTokens: (tokens, clientId) =>
        isFull ? Promise.reject(new Error('full')) : shared.saveTokens(tokens, clientId),
    };
    const { x, session, out } = start(sink);
    for (let times = 0; times < 3; times += 1) {
      simulator.control.expireTokens();
      expect(await whileTimePasses(clock, x.getMe())).toMatchObject({ ok: true });
    }
    expect(out).toEqual([]);
    isFull = false;
    await clock.advance(30_000);
    expect(session.token()).toEqual({ ok: true, value: read().tokens.accessToken });
    expect(clock.waiting()).toBe(0);
  });

  test('fails without signing out while another process holds the lock for too long', async () => {
    const { clock, simulator, start, dir, renewals } = await openRenewal();
    const held = takeFileLock(join(dir, 'renewal.sqlite'));
    if (!held.ok || !held.value) throw new Error('not locked');
    simulator.control.expireTokens();
    const { x, out } = start();
    expect(await whileTimePasses(clock, x.getMe(), 5_000)).toEqual({
      ok: false,
      error: { code: 'timedOut' },
    });
    expect([renewals(), out.length]).toEqual([0, 0]);
    held.value.release();
    expect(await whileTimePasses(clock, x.getMe())).toMatchObject({ ok: true });
  });
});
