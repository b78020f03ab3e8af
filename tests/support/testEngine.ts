import { dirname } from 'node:path';
import { storeCaptured } from '#engine/capture/storeCaptured.ts';
import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import type { EngineContext } from '#engine/context/context.ts';
import { createReach } from '#engine/context/reach.ts';
import type { Threaded } from '#engine/conversations/threaded.ts';
import { threadMessages } from '#engine/conversations/threading.ts';
import { putAccount } from '#engine/store/account.ts';
import { ensureCurrentAgent } from '#engine/store/agents.ts';
import type { Db } from '#engine/store/open.ts';
import type { XClient, XUser } from '#engine/x/xClient.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import { someUser, testAccount } from './builders.ts';
import { type FakeClock, fakeClock } from './fakeClock.ts';
import { newIds } from './newIds.ts';
import { openTestDb } from './openTestDb.ts';

/** A store with an account and the context that domain functions need, without a connection to X. */
export interface TestEngine {
  readonly ctx: EngineContext;
  readonly clock: FakeClock;
  readonly events: EngineEvent[];
  /** Captures and threads messages, one second later each time. */
  capture(messages: readonly CapturedMessage[], users?: readonly XUser[]): Promise<Threaded>;
}

const unavailable = () => {
  throw new Error('this test has no connection to X');
};

/** An X that throws on every call; only lookups of people return nobody. */
export const silentX: XClient = {
  getMe: unavailable,
  getUsers: async () => ({ ok: true, value: [] }),
  listMentions: unavailable,
  listDms: unavailable,
  listDmsWith: unavailable,
  getDmMedia: unavailable,
  listOwnPosts: unavailable,
  listQuotes: unavailable,
  searchRecent: unavailable,
  countPosts: unavailable,
  getPosts: unavailable,
  createReply: unavailable,
  sendDm: unavailable,
  beginUpload: unavailable,
  appendUpload: unavailable,
  finishUpload: unavailable,
  getUpload: unavailable,
  describeUpload: unavailable,
  deletePost: unavailable,
  hideReply: unavailable,
  mute: unavailable,
  blockDms: unavailable,
};

/** The inside of a new engine, for one test. */
export function testEngine(db: Db = openTestDb(), x: XClient = silentX): TestEngine {
  const clock = fakeClock();
  const events: EngineEvent[] = [];
  putAccount(db, testAccount, clock.now());
  ensureCurrentAgent(db, 'Agent');
  const login = {
    ensure: unavailable,
    begin: unavailable,
    finish: unavailable,
    cancel: unavailable,
    useToken: unavailable,
  };
  const ctx: EngineContext = {
    db,
    dataDir: dirname(db.name),
    clock,
    log: () => {},
    x,
    xClock: { toXTime: (at) => at },
    newId: newIds(),
    emit: (event) => events.push(event),
    account: () => testAccount,
    version: '0.0.0',
    services: {
      pollNow: unavailable,
      pollSoon: () => {},
      outlook: () => ({ error: null, stepErrors: [], nextAt: null }),
      kickOutbox: () => {},
      retryUnreached: () => {},
      retryFailed: () => {},
      reach: createReach(() => {}),
      login,
      archives: {
        start: unavailable,
        resume: unavailable,
        pause: unavailable,
        cancel: unavailable,
        getStatus: () => null,
        continueLast: () => {},
      },
      copies: {
        copyStore: unavailable,
        copyAnew: unavailable,
        addCopy: unavailable,
        copyInto: unavailable,
        getFolderError: () => null,
      },
      weeklyReport: { getDue: () => null, check: () => {} },
    },
  };
  return {
    ctx,
    clock,
    events,
    capture: async (messages, users) => {
      clock.jump(1_000);
      const ids = [...new Set(messages.flatMap((message) => [message.authorId, message.personId]))];
      const known = users ?? ids.map((id) => someUser(id));
      await storeCaptured(ctx, {
        source: 'mentions',
        messages,
        referenced: [],
        users: known,
        unreadable: [],
      });
      clock.jump(1_000);
      return threadMessages(ctx);
    },
  };
}
