import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Credentials, SecretSink } from '../../../src-main/engine/account/credentialKeeper.ts';
import { createRenewalLock } from '../../../src-main/engine/account/renewalLock.ts';
import { createSession } from '../../../src-main/engine/account/session.ts';
import { takeFileLock } from '../../../src-main/engine/store/fileLock.ts';
import { createOAuth } from '../../../src-main/engine/x/oauth.ts';
import { createTransport } from '../../../src-main/engine/x/transport.ts';
import { type Simulator, startSimulator } from '../../../src-main/simulator/simulator.ts';
import { type FakeClock, fakeClock } from '../../support/fakeClock.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { xClientFor } from '../../support/xClientFor.ts';

/** One token file and one X, for any number of sessions that act as processes of their own. */
async function open() {
  const clock = fakeClock();
  const simulator = await startSimulator({ clock, limits: false });
  onTestFinished(() => simulator.close());
  const dir = testFolder();
  const file = join(dir, 'tokens.json');
  const write = (credentials: Credentials) => writeFileSync(file, JSON.stringify(credentials));
  const read = (): Credentials => JSON.parse(readFileSync(file, 'utf8'));
  write(issue(simulator, 'client'));
  const shared: SecretSink = {
    saveTokens: async (tokens, clientId) => write({ tokens, clientId }),
    loadTokens: async () => read(),
  };
  const start = (sink: SecretSink = shared, lock = createRenewalLock(dir, clock, () => {})) => {
    const never = new AbortController().signal;
    const transport = createTransport({
      baseUrl: simulator.url,
      timeoutMs: 5_000,
      reading: never,
      sending: never,
    });
    const out: string[] = [];
    const session = createSession({
      initial: read(),
      oauth: createOAuth(transport, clock, simulator.url),
      sink,
      lock,
      clock,
      log: () => {},
      onSignedOut: () => out.push('signed out'),
    });
    const x = xClientFor(simulator.url, clock, { token: session.token, onUnauthorised: session.renew });
    return { session, x, out };
  };
  const renewals = () => simulator.control.state().requests['POST /2/oauth2/token'] ?? 0;
  return { clock, simulator, dir, shared, read, write, start, renewals };
}

/** A pair that X gives out for a login. */
function issue(simulator: Simulator, clientId: string): Credentials {
  const { accessToken, refreshToken } = simulator.control.issueTokens({ clientId });
  return { tokens: { accessToken, refreshToken: refreshToken ?? '' }, clientId };
}

/** Moves the clock on until `work` has ended. */
async function whileTimePasses<T>(clock: FakeClock, work: Promise<T>, stepMs = 250): Promise<T> {
  let done = false;
  const ended = work.finally(() => {
    done = true;
  });
  while (!done) {
    await clock.advance(stepMs);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return await ended;
}

describe('renewal', () => {
  test('happens once for many processes that were refused at the same time, in every one of 40 rounds', async () => {
    const { clock, simulator, start, renewals, read } = await open();
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

  test('survives a process that renewed without asking anybody', async () => {
    const { clock, simulator, start, shared, renewals } = await open();
    let loads = 0;
    const other = start();
    const late: SecretSink = {
      ...shared,
      loadTokens: async () => {
        loads += 1;
        if (loads > 1) return (await shared.loadTokens?.()) ?? null;
        // Between the look at the file and the question to X the other one is quicker.
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

  test('that died between the answer of X and the saving signs out, says so, and a login leads back', async () => {
    const { clock, simulator, start, shared } = await open();
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

  test('does not take an older pair for a newer one where its own could not be saved, and saves it later', async () => {
    const { clock, simulator, start, shared, read } = await open();
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

  test('is not tried while another process has the lock for too long, and nobody is signed out', async () => {
    const { clock, simulator, start, dir, renewals } = await open();
    const held = takeFileLock(join(dir, 'renewal.sqlite'));
    if (!held.ok || !held.value) throw new Error('not locked');
    simulator.control.expireTokens();
    const { x, out } = start();
    expect(await whileTimePasses(clock, x.getMe(), 5_000)).toEqual({
      ok: false,
      error: { code: 'unauthorised' },
    });
    expect([renewals(), out.length]).toEqual([0, 0]);
    held.value.release();
    expect(await whileTimePasses(clock, x.getMe())).toMatchObject({ ok: true });
  });

  test('does not sign out a login that came while X refused the old one', async () => {
    const { clock, simulator, start, shared, write } = await open();
    simulator.control.expireTokens();
    write({ tokens: { accessToken: 'old', refreshToken: 'used up' }, clientId: 'client' });
    const fresh = issue(simulator, 'client');
    let loads = 0;
    const sink: SecretSink = {
      ...shared,
      loadTokens: async () => {
        loads += 1;
        // The second look is the one after the refusal.
        if (loads === 2) await session.replace(fresh);
        return (await shared.loadTokens?.()) ?? null;
      },
    };
    const { session, x, out } = start(sink);
    expect(await whileTimePasses(clock, x.getMe())).toMatchObject({ ok: true });
    expect([loads, out]).toEqual([2, []]);
    expect(session.token()).toEqual({ ok: true, value: fresh.tokens.accessToken });
  });

  test('does not overwrite a login that came meanwhile', async () => {
    const { clock, simulator, start, shared } = await open();
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
