import type { Spike } from '#shared/domain/spike.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** What is measured of a spike at its highest ten minutes. */
export type SpikeFigures = Pick<Spike, 'posts' | 'usual' | 'hashtag' | 'largeAccounts'>;

/** The spike that has not ended. */
export interface OpenSpike {
  readonly id: string;
  readonly sourceId: string;
  readonly lastHighAt: number;
  readonly posts: number;
}

/** The latest spikes, newest first. */
export function listSpikes(db: Db, limit: number): Spike[] {
  const text = `SELECT id, source_id AS sourceId, began_at AS beganAt, ended_at AS endedAt, dismissed_at AS dismissedAt, posts, usual,
      hashtag, hashtag_share AS share, large_accounts AS largeAccounts
    FROM spikes ORDER BY began_at DESC, id DESC LIMIT ?`;
  return all<StoredSpike>(db, text, limit).map(({ hashtag, share, dismissedAt, ...spike }) => ({
    ...spike,
    dismissed: dismissedAt !== null,
    hashtag: hashtag === null ? null : { name: hashtag, share },
  }));
}

type StoredSpike = Omit<Spike, 'hashtag' | 'dismissed'> & {
  readonly hashtag: string | null;
  readonly share: number;
  readonly dismissedAt: number | null;
};

/** There is at most one at a time. */
export function getOpenSpike(db: Db): OpenSpike | null {
  return get<OpenSpike>(
    db,
    'SELECT id, source_id AS sourceId, last_high_at AS lastHighAt, posts FROM spikes WHERE ended_at IS NULL',
  );
}

export function insertSpike(
  db: Db,
  spike: { readonly id: string; readonly sourceId: string; readonly at: number },
  { posts, usual, hashtag, largeAccounts }: SpikeFigures,
): void {
  const text = `INSERT INTO spikes (id, source_id, began_at, last_high_at, posts, usual, hashtag, hashtag_share, large_accounts)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const [name, share] = [hashtag?.name ?? null, hashtag?.share ?? 0];
  run(db, text, spike.id, spike.sourceId, spike.at, spike.at, posts, usual, name, share, largeAccounts);
}

/** Records that a spike goes on. */
export function prolongSpike(db: Db, id: string, at: number): void {
  run(db, 'UPDATE spikes SET last_high_at = ? WHERE id = ?', at, id);
}

/** Records ten minutes that are higher than those before. */
export function raiseSpike(db: Db, id: string, { posts, usual, hashtag, largeAccounts }: SpikeFigures): void {
  const text = `UPDATE spikes SET posts = ?, usual = ?, hashtag = ?, hashtag_share = ?, large_accounts = ? WHERE id = ?`;
  run(db, text, posts, usual, hashtag?.name ?? null, hashtag?.share ?? 0, largeAccounts, id);
}

export function endSpike(db: Db, id: string, at: number): void {
  run(db, 'UPDATE spikes SET ended_at = ? WHERE id = ?', at, id);
}

/** Returns false if there is no such spike. */
export function setSpikeDismissed(db: Db, id: string, at: number): boolean {
  return run(db, 'UPDATE spikes SET dismissed_at = coalesce(dismissed_at, ?) WHERE id = ?', at, id) > 0;
}
