import { describe, expect, test } from 'vitest';
import type { Credentials } from '#engine/account/credentialKeeper.ts';
import { createSession } from '#engine/account/session.ts';
import type { OAuth } from '#engine/x/client/oauth.ts';
import { err, ok } from '#shared/result.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { fakeClock, settle } from '../../support/fakeClock.ts';

const login: Credentials = { tokens: { accessToken: 'a1', refreshToken: 'r1' }, clientId: 'client' };

function open(
  initial: Credentials | null,
  refresh: OAuth['refresh'] = async () => ok({ accessToken: 'a2', refreshToken: 'r2' }),
) {
  const happened: string[] = [];
  const clock = fakeClock();
  const session = createSession({
    initial,
    clock,
    log: () => {},
    lock: async () => ({ release: () => {} }),
    onSignedOut: () => happened.push('signed out'),
    sink: {
      saveTokens: async (tokens) => {
        for (let n = 0; n < 10; n += 1) await Promise.resolve();
        happened.push(`saved ${tokens.accessToken} ${tokens.refreshToken ?? '-'}`);
      },
    },
    oauth: {
      begin: () => {
        throw new Error('not used');
      },
      exchange: async () => err({ kind: 'refused', detail: '' }),
      refresh: async (clientId, refreshToken) => {
        happened.push(`refresh ${clientId} ${refreshToken}`);
        return await refresh(clientId, refreshToken);
      },
    },
  });
  return { session, happened, clock };
}

describe('a session', () => {
  test('has no token before a login', () => {
    expect(open(null).session.token()).toEqual(err({ code: 'notConnected' }));
  });

  test('renews once for all refused calls, and saves the pair before using it', async () => {
    const { session, happened } = open(login);
    const renewals = [session.renew('a1'), session.renew('a1'), session.renew('a1')];
    expect(session.token()).toEqual(ok('a1'));
    expect(await Promise.all(renewals)).toEqual([ok(null), ok(null), ok(null)]);
    expect(happened).toEqual(['refresh client r1', 'saved a2 r2']);
    expect(session.token()).toEqual(ok('a2'));
    expect(await session.renew('a1')).toEqual(ok(null));
    expect(happened).toHaveLength(2);
  });

  test('keeps the refresh token if X sends no new one', async () => {
    const { session, happened } = open(login, async () => ok({ accessToken: 'a2' }));
    await session.renew('a1');
    expect(happened.at(-1)).toBe('saved a2 r1');
  });

  test('is signed out for a while if X refuses to renew', async () => {
    const { session, happened, clock } = open(login, async () => err({ kind: 'refused', detail: 'no' }));
    expect(await session.renew('a1')).toEqual(err({ code: 'unauthorised' }));
    expect(happened).toEqual(['refresh client r1', 'signed out']);
    expect(session.token()).toEqual(err({ code: 'unauthorised' }));
    await clock.advance(15 * MINUTE_MS);
    expect(session.token()).toEqual(ok('a1'));
  });

  test('stays signed in if X cannot be reached', async () => {
    const failure = { kind: 'failed', failure: { kind: 'unreachable', timedOut: false } } as const;
    const { session, happened } = open(login, async () => err(failure));
    expect(await session.renew('a1')).toEqual(err({ code: 'offline' }));
    expect(happened).toEqual(['refresh client r1']);
    expect(session.token()).toEqual(ok('a1'));
  });

  test('cannot renew a pasted token, but tries it again after a minute', async () => {
    const { session, happened, clock } = open({ tokens: { accessToken: 'a1' }, clientId: null });
    expect(await session.renew('a1')).toEqual(err({ code: 'unauthorised' }));
    expect(happened).toEqual(['signed out']);
    expect(session.token()).toEqual(err({ code: 'unauthorised' }));
    await clock.advance(MINUTE_MS);
    expect(session.token()).toEqual(ok('a1'));
    await session.renew('a1');
    await session.replace(login);
    expect(session.token()).toEqual(ok('a1'));
  });

  test('uses a pair that could not be saved', async () => {
    const { session } = open(login);
    const broken = createSession({
      initial: login,
      clock: fakeClock(),
      log: () => {},
      lock: async () => ({ release: () => {} }),
      onSignedOut: () => {},
      sink: { saveTokens: () => Promise.reject(new Error('no keyring')) },
      oauth: {
        begin: () => {
          throw new Error('not used');
        },
        exchange: async () => err({ kind: 'refused', detail: '' }),
        refresh: async () => ok({ accessToken: 'a2' }),
      },
    });
    expect(await broken.renew('a1')).toEqual(ok(null));
    expect(broken.token()).toEqual(ok('a2'));
    expect(session.token()).toEqual(ok('a1'));
  });

  test('keeps a login that is being saved when X responds to a renewal of the old one', async () => {
    let answer: (tokens: Awaited<ReturnType<OAuth['refresh']>>) => void = () => {};
    const { session, happened } = open(
      login,
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const renewal = session.renew('a1');
    await settle();
    const replaced = session.replace({
      tokens: { accessToken: 'b1', refreshToken: 's1' },
      clientId: 'client',
    });
    answer(ok({ accessToken: 'a2', refreshToken: 'r2' }));
    expect(await renewal).toEqual(ok(null));
    await replaced;
    expect(session.token()).toEqual(ok('b1'));
    expect(happened.filter((one) => one.startsWith('saved'))).toEqual(['saved b1 s1']);
  });
});
