import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials } from '#engine/account/credentialKeeper.ts';
import { createRenewalLock } from '#engine/account/renewalLock.ts';
import { createSession } from '#engine/account/session.ts';
import { createHttpTransport } from '#engine/x/client/httpTransport.ts';
import { createOAuth } from '#engine/x/client/oauth.ts';
import { systemClock } from '#shared/systemClock.ts';
import { xClientFor } from '../../support/xClientFor.ts';

/** An order for this process: make a call to X, or use a new login. */
export type Order =
  | { readonly id: number; readonly kind: 'ask' }
  | { readonly id: number; readonly kind: 'login'; readonly credentials: Credentials };

/** The outcome of an order. */
export interface Report {
  readonly id: number;
  readonly ok: boolean;
  /** How often this process has reported that it is signed out. */
  readonly signedOut: number;
}

const [dir = '', url = ''] = process.argv.slice(2);
const file = join(dir, 'tokens.json');
const read = (): Credentials => JSON.parse(readFileSync(file, 'utf8'));
let signedOut = 0;

const never = new AbortController().signal;
const transport = createHttpTransport({
  baseUrl: url,
  timeoutMs: 5_000,
  reading: never,
  sending: never,
  record: () => {},
});
const session = createSession({
  initial: read(),
  oauth: createOAuth(transport, systemClock, url),
  sink: {
    saveTokens: async (tokens, clientId) => {
      // As slow as a shell that uses the machine's keyring: enough time to be killed.
      await new Promise((resolve) => setTimeout(resolve, 15));
      writeFileSync(`${file}.${process.pid}`, JSON.stringify({ tokens, clientId }));
      renameSync(`${file}.${process.pid}`, file);
    },
    loadTokens: async () => read(),
  },
  lock: createRenewalLock(dir, systemClock, () => {}),
  clock: systemClock,
  log: () => {},
  onSignedOut: () => {
    signedOut += 1;
  },
});
const x = xClientFor(url, systemClock, { token: session.token, onUnauthorised: session.renew });

process.on('message', async (order: Order) => {
  if (order.kind === 'login') await session.replace(order.credentials);
  const { ok } = await x.getMe();
  process.send?.({ id: order.id, ok, signedOut } satisfies Report);
});
process.send?.('ready');
