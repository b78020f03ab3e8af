import { describe, expect, test } from 'vitest';
import type { SecretSink } from '#engine/account/credentialKeeper.ts';
import { issue, openRenewal, whileTimePasses } from '../../support/openRenewal.ts';

describe('renewal', () => {
  test('happens once for many processes that are refused at the same time, in each of 40 rounds', async () => {
    const { clock, simulator, start, renewals, read } = await openRenewal();
    const processes = [start(), start(), start()];
    for (let round = 1; round <= 40; round += 1) {
      simulator.control.expireTokens();
      const asked = processes.flatMap(({ x }) => [x.getMe(), x.getMe()]);
      const answers = await whileTimePasses(clock, Promise.all(asked));
      expect(answers.filter((answer) => !answer.ok)).toEqual([]);
      expect(renewals()).toBe(round);
      for (const { session } of processes) {
        expect(session.token()).toEqual({ ok: true, value: read().tokens.accessToken });
      }
    }
    expect(processes.flatMap(({ out }) => out)).toEqual([]);
  });

  test('survives a process that renews without taking the lock', async () => {
    const { clock, simulator, start, shared, renewals } = await openRenewal();
    let loads = 0;
    const other = start();
    const late: SecretSink = {
      ...shared,
      loadTokens: async () => {
        loads += 1;
        if (loads > 1) return (await shared.loadTokens?.()) ?? null;
        // The other process renews between the reading of the file and the call to X.
        const before = (await shared.loadTokens?.()) ?? null;
        const unlocked = start(shared, async () => ({ release: () => {} }));
        await unlocked.session.renew(before?.tokens.accessToken ?? '');
        return before;
      },
    };
    simulator.control.expireTokens();
    const slow = start(late);
    expect(await whileTimePasses(clock, slow.x.getMe())).toMatchObject({ ok: true });
    expect([loads, renewals(), slow.out.length]).toEqual([2, 2, 0]);
    expect(await whileTimePasses(clock, other.x.getMe())).toMatchObject({ ok: true });
  });

  test('that dies between the response and the saving signs out, and a new login connects again', async () => {
    const { clock, simulator, start, shared } = await openRenewal();
    simulator.control.expireTokens();
    const dying = start({ ...shared, saveTokens: () => new Promise(() => {}) }, async () => ({
      release: () => {},
    }));
    void dying.x.getMe();
    while ((simulator.control.state().requests['POST /2/oauth2/token'] ?? 0) === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    const next = start();
    expect(await whileTimePasses(clock, next.x.getMe())).toEqual({
      ok: false,
      error: { code: 'unauthorised' },
    });
    expect(next.out).toEqual(['signed out']);
    await next.session.replace(issue(simulator, 'client'));
    expect(await next.x.getMe()).toMatchObject({ ok: true });
  });

  test('does not sign out a login that begins while X refuses the old one', async () => {
    const { clock, simulator, start, shared, write } = await openRenewal();
    simulator.control.expireTokens();
    write({ tokens: { accessToken: 'old', refreshToken: 'used up' }, clientId: 'client' });
    const fresh = issue(simulator, 'client');
    let loads = 0;
    const sink: SecretSink = {
      ...shared,
      loadTokens: async () => {
        loads += 1;
        // The second load is the one after the refusal.
        if (loads === 2) await session.replace(fresh);
        return (await shared.loadTokens?.()) ?? null;
      },
    };
    const { session, x, out } = start(sink);
    expect(await whileTimePasses(clock, x.getMe())).toMatchObject({ ok: true });
    expect([loads, out]).toEqual([2, []]);
    expect(session.token()).toEqual({ ok: true, value: fresh.tokens.accessToken });
  });

  test('does not overwrite a newer login', async () => {
    const { clock, simulator, start, shared } = await openRenewal();
    simulator.control.expireTokens();
    const fresh = issue(simulator, 'other');
    const sink: SecretSink = { saveTokens: shared.saveTokens };
    const { session, x } = start(sink);
    const asked = x.getMe();
    await session.replace(fresh);
    expect(await whileTimePasses(clock, asked)).toMatchObject({ ok: true });
    expect(session.token()).toEqual({ ok: true, value: fresh.tokens.accessToken });
  });
});
