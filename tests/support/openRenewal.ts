import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Credentials, SecretSink } from '#engine/account/credentialKeeper.ts';
import { createRenewalLock } from '#engine/account/renewalLock.ts';
import { createSession } from '#engine/account/session.ts';
import { createHttpTransport } from '#engine/x/client/httpTransport.ts';
import { createOAuth } from '#engine/x/client/oauth.ts';
import { type Simulator, startSimulator } from '#simulator/simulator.ts';
import { type FakeClock, fakeClock } from './fakeClock.ts';
import { testFolder } from './openTestDb.ts';
import { xClientFor } from './xClientFor.ts';

/** One token file and one X, for any number of sessions that behave like separate processes. */
export async function openRenewal() {
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
    const transport = createHttpTransport({
      baseUrl: simulator.url,
      timeoutMs: 5_000,
      reading: never,
      sending: never,
      record: () => {},
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

/** A token pair that X issues for a login. */
export function issue(simulator: Simulator, clientId: string): Credentials {
  const { accessToken, refreshToken } = simulator.control.issueTokens({ clientId });
  return { tokens: { accessToken, refreshToken: refreshToken ?? '' }, clientId };
}

/** Advances the clock until `work` has ended. */
export async function whileTimePasses<T>(clock: FakeClock, work: Promise<T>, stepMs = 250): Promise<T> {
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
