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
  const happenings: string[] = [];
  const clock = fakeClock();
  const session = createSession({
    initial,
    clock,
    log: () => {},
    lock: async () => ({ release: () => {} }),
    onSignedOut: () => happenings.push('signed out'),
    sink: {
      saveTokens: async (tokens) => {
        for (let n = 0; n < 10; n += 1) await Promise.resolve();
        happenings.push(`saved ${tokens.accessToken} ${tokens.refreshToken ?? '-'}`);
      },
    },
    oauth: {
      begin: () => {
        throw new Error('not used');
      },
      exchange: async () => err({ kind: 'refused', detail: '' }),
      refresh: async (clientId, refreshToken) => {
        happenings.push(`refresh ${clientId} ${refreshToken}`);
        return await refresh(clientId, refreshToken);
      },
    },
  });
  return { session, happenings, clock };
}

describe('a session', () => {
  test('has no token before a login', () => {
    expect(open(null).session.token()).toEqual(err({ code: 'notConnected' }));
  });

  test('renews once for all who were refused, and saves the pair before it is used', async () => {
    const { session, happenings } = open(login);
    const renewals = [session.renew('a1'), session.renew('a1'), session.renew('a1')];
    expect(session.token()).toEqual(ok('a1'));
    expect(await Promise.all(renewals)).toEqual([ok(null), ok(null), ok(null)]);
    expect(happenings).toEqual(['refresh client r1', 'saved a2 r2']);
    expect(session.token()).toEqual(ok('a2'));
    expect(await session.renew('a1')).toEqual(ok(null));
    expect(happenings).toHaveLength(2);
  });

  test('keeps the refresh token where X sends no new one', async () => {
    const { session, happenings } = open(login, async () => ok({ accessToken: 'a2' }));
    await session.renew('a1');
    expect(happenings.at(-1)).toBe('saved a2 r1');
  });

  test('is signed out for a while where X refuses to renew', async () => {
    const { session, happenings, clock } = open(login, async () => err({ kind: 'refused', detail: 'no' }));
    expect(await session.renew('a1')).toEqual(err({ code: 'unauthorised' }));
    expect(happenings).toEqual(['refresh client r1', 'signed out']);
    expect(session.token()).toEqual(err({ code: 'unauthorised' }));
    await clock.advance(15 * MINUTE_MS);
    expect(session.token()).toEqual(ok('a1'));
  });

  test('stays signed in where X could not be reached', async () => {
    const failure = { kind: 'failed', failure: { kind: 'unreachable', timedOut: false } } as const;
    const { session, happenings } = open(login, async () => err(failure));
    expect(await session.renew('a1')).toEqual(err({ code: 'offline' }));
    expect(happenings).toEqual(['refresh client r1']);
    expect(session.token()).toEqual(ok('a1'));
  });

  test('cannot renew a pasted token', async () => {
    const { session, happenings } = open({ tokens: { accessToken: 'a1' }, clientId: null });
    expect(await session.renew('a1')).toEqual(err({ code: 'unauthorised' }));
    expect(happenings).toEqual(['signed out']);
    await session.replace(login);
    expect(session.token()).toEqual(ok('a1'));
  });

  test('goes on with a pair that could not be saved', async () => {
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

  test('keeps a login whose saving is under way when X answers a renewal of the old one', async () => {
    let answer: (tokens: Awaited<ReturnType<OAuth['refresh']>>) => void = () => {};
    const { session, happenings } = open(
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
    expect(happenings.filter((one) => one.startsWith('saved'))).toEqual(['saved b1 s1']);
  });
});
