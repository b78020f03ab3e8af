import type { AppError } from '#shared/errors.ts';
import { err, ok } from '#shared/result.ts';
import { type Accounts, createAccounts } from './account/accounts.ts';
import { createLogin } from './account/login.ts';
import { emitConnected, emitSignedOut } from './account/loginLoss.ts';
import { createRenewalLock } from './account/renewalLock.ts';
import { createSession, type Session } from './account/session.ts';
import { storeAccount } from './account/storeAccount.ts';
import { createSpending } from './budget/spending.ts';
import type { EngineContext } from './context/context.ts';
import { createReach, type Reach } from './context/reach.ts';
import type { Login } from './context/services.ts';
import type { EngineOptions } from './engineOptions.ts';
import { createNetworkRecord } from './networkRecord.ts';
import { createLimitMemory } from './store/rateLimits.ts';
import { createXClient, type XClientOptions } from './x/client/createXClient.ts';
import { createHttpTransport, type HttpTransport } from './x/client/httpTransport.ts';
import { createOAuth, type OAuth } from './x/client/oauth.ts';
import { createRateLimitGate } from './x/client/rateLimitGate.ts';
import { withReach } from './x/client/withReach.ts';
import { withXClock } from './x/client/xClock.ts';
import type { GetAllowance } from './x/rateLimits.ts';
import type { XClient, XClock } from './x/xClient.ts';

/** The connection to X: a client that uses the session's token, and the logins that change it. */
export interface Connection {
  readonly x: XClient;
  readonly xClock: XClock;
  readonly reach: Reach;
  readonly login: Login;
  readonly getAllowance: GetAllowance;
  /** Aborts calls that only read, and blocks further ones. */
  readonly stopReading: () => void;
  /** Aborts calls that change something on X, and blocks further ones. */
  readonly stopSending: () => void;
}

type Base = Pick<EngineContext, 'db' | 'clock' | 'log' | 'newId' | 'emit' | 'account'>;

/** Assembles the connection; no call is made yet. `checkLock` returns the error if the engine may not use the workspace any more. */
export function connectX(options: EngineOptions, base: Base, checkLock: () => AppError | null): Connection {
  const reading = new AbortController();
  const sending = new AbortController();
  const { transport, xClock, reach } = openTransport(options, base, reading.signal, sending.signal);
  const { clock, log } = base;
  const oauth = createOAuth(transport, clock, options.xUrl ?? 'https://x.com');
  const session = openSession(options, base, oauth);
  const ownId = () => base.account()?.id ?? null;
  const gate = createRateLimitGate(clock, createLimitMemory(base.db, log));
  const shared = { transport, clock, log, ownId, gate, spending: createSpending(base) };
  const x = createXClient({
    ...shared,
    token: session.token,
    mayCall: async () => toResult(checkLock()) ?? (await accounts.ensure()),
    onUnauthorised: session.renew,
  });
  const accounts: Accounts = createAccounts({
    session,
    getMe: x.getMe,
    getOwner: (token) => getOwner(shared, token),
    current: base.account,
    store: (user, connected) => storeAccount(base, user, connected),
    onConnected: (account) => emitConnected(base, account),
    onRenamed: ({ id, handle }) => base.emit({ name: 'account.renamed', params: { id, handle } }),
  });
  return {
    x,
    xClock,
    reach,
    login: createLogin(accounts, oauth, clock),
    getAllowance: (name) => gate.getAllowance(name),
    stopReading: () => reading.abort(),
    stopSending: () => sending.abort(),
  };
}

/** The transport to X, with what every request through it says: X's clock, and whether X is reached. */
function openTransport(
  { xUrl, timeoutMs }: EngineOptions,
  base: Base,
  reading: AbortSignal,
  sending: AbortSignal,
): Pick<Connection, 'reach' | 'xClock'> & { readonly transport: HttpTransport } {
  const { clock, log, emit } = base;
  const http = createHttpTransport({
    baseUrl: xUrl ?? 'https://api.x.com',
    timeoutMs,
    reading,
    sending,
    record: createNetworkRecord(base),
  });
  const reach = createReach((isReached) => {
    log('network.changed', { isReached });
    emit({ name: 'network.changed', params: { isReached } });
  });
  return {
    reach,
    ...withXClock(
      withReach(http, reach.note, () => reading.aborted),
      clock,
    ),
  };
}

const toResult = (error: AppError | null) => (error ? err(error) : null);

function openSession(options: EngineOptions, base: Base, oauth: OAuth): Session {
  const { clock, log } = base;
  return createSession({
    initial: options.credentials,
    oauth,
    sink: options.sink,
    lock: createRenewalLock(options.dataDir, clock, log),
    clock,
    log,
    onSignedOut: () => emitSignedOut(base),
  });
}

/** Fetches the user of a token that is not the session's, which is therefore never renewed. */
function getOwner(
  shared: Omit<XClientOptions, 'token' | 'mayCall' | 'onUnauthorised'>,
  token: string,
): ReturnType<XClient['getMe']> {
  const client = createXClient({
    ...shared,
    token: () => ok(token),
    mayCall: async () => ok(null),
    onUnauthorised: async () => err({ code: 'unauthorised' }),
  });
  return client.getMe();
}
