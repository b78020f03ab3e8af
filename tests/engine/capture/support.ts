import { createPoller } from '#engine/capture/poller.ts';
import { fixedPolicy, type PollingPolicy } from '#engine/capture/pollingPolicy.ts';
import { listSourceStatus } from '#engine/capture/sourceStatus.ts';
import type { Db } from '#engine/store/open.ts';
import { all } from '#engine/store/sql.ts';
import type { XDm, XPost } from '#engine/x/xClient.ts';
import type { Gap } from '#shared/domain/capture.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING, someDm, somePost, testAccount } from '../../support/builders.ts';
import type { FakeClock } from '../../support/fakeClock.ts';
import { type FakeX, fakeX } from '../../support/fakeX.ts';
import { feeds } from '../../support/feeds.ts';
import { newIds } from '../../support/newIds.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { startTestEngine } from '../../support/startTestEngine.ts';
import { testEngine } from '../../support/testEngine.ts';

/** An engine on a simulated X with the rate limits of the real one. */
export const startLimited = () => startTestEngine({}, { limits: true });

let starts = 0;

/** A poller on a store of its own, over an X in memory; it polls on demand only if there is no `intervalMs`. */
export function startPoller(
  options: {
    readonly x?: FakeX;
    readonly db?: Db;
    readonly intervalMs?: number;
    readonly at?: number;
    readonly hasSpareCall?: PollingPolicy['hasSpareCall'];
  } = {},
) {
  const x = options.x ?? fakeX();
  const engine = testEngine(options.db ?? openTestDb(), x.client);
  engine.clock.jump((options.at ?? MORNING) - engine.clock.now());
  const account = async () => ({ ok: true, value: testAccount }) as const;
  const fixed = fixedPolicy(options.intervalMs ?? 0);
  const policy = { ...fixed, hasSpareCall: options.hasSpareCall ?? fixed.hasSpareCall };
  // Ids must be unique over restarts too.
  const newId = newIds(String(starts++).padStart(8, '0'));
  const poller = createPoller({ ...engine.ctx, newId }, { policy, account, feeds });
  const count = (name: string) => x.calls.filter((call) => call.name === name).length;
  return { ...engine, x, poller, count, db: engine.ctx.db };
}

/** The X ids of all stored messages, oldest first. */
export const storedIds = (db: Db): string[] =>
  all<{ x_id: string }>(db, 'SELECT x_id FROM messages ORDER BY id').map((row) => row.x_id);

export const countStored = (db: Db): number => storedIds(db).length;

export const gapsOf = (db: Db, id: string, clock: FakeClock): readonly Gap[] =>
  listSourceStatus(db, clock.now()).find((source) => source.id === id)?.gaps ?? [];

/** A response that never comes, as for a process that dies. */
export const never = () => new Promise<never>(() => {});

/** Mentions, one per second. */
export const posts = (count: number, from = MORNING): XPost[] =>
  Array.from({ length: count }, (_, n) => somePost({ at: from + n * SECOND_MS }));

/** Private messages, one per second. */
export const dms = (count: number, from = MORNING): XDm[] =>
  Array.from({ length: count }, (_, n) => someDm({ at: from + n * SECOND_MS }));

export const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map((item) => item.id);

/** A workspace that has captured one mention and one message and then missed `count` of each, in ten minutes. */
export async function behind(count: number) {
  const x = fakeX();
  x.posts.push(...posts(1, MORNING - MINUTE_MS));
  x.dms.push(...dms(1, MORNING - MINUTE_MS));
  const world = startPoller({ x });
  await world.poller.pollNow();
  x.posts.push(...posts(count, MORNING + SECOND_MS));
  x.dms.push(...dms(count, MORNING + SECOND_MS));
  world.clock.jump(10 * MINUTE_MS);
  x.calls.length = 0;
  return world;
}
