import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { HOUR_MS } from '#shared/time.ts';
import { isAccountRenamed, putAccount } from '../store/account.ts';
import { listConversationIdsOf } from '../store/conversations.ts';
import type { Db } from '../store/open.ts';
import {
  listPeopleToLookUp,
  listUnknownPeople,
  notePeopleLookedUp,
  notePeopleUnknown,
  upsertPerson,
} from '../store/people.ts';
import { inTransaction } from '../store/sql.ts';
import type { XUser } from '../x/xClient.ts';
import type { CaptureContext } from './feed.ts';

/** Users per lookup. */
export const LOOKUP_SIZE = 100;

/**
 * Looks up on X those of `people` that are neither stored nor `given`. People whom X does not return are left out, and
 * not looked up again for an hour.
 */
export async function fetchUnknownPeople(
  ctx: Pick<CaptureContext, 'db' | 'clock' | 'log' | 'x'>,
  people: readonly string[],
  given: ReadonlySet<string>,
): Promise<XUser[]> {
  const now = ctx.clock.now();
  const notGiven = people.filter((id) => !given.has(id));
  const unknown = listUnknownPeople(ctx.db, notGiven, now - HOUR_MS);
  const found: XUser[] = [];
  for (let start = 0; start < unknown.length; start += LOOKUP_SIZE) {
    const users = await ctx.x.getUsers(unknown.slice(start, start + LOOKUP_SIZE));
    if (users.ok) found.push(...users.value);
    else ctx.log('capture.peopleLookupFailed', { code: users.error.code, people: unknown.length });
  }
  notePeopleUnknown(ctx.db, unknown, now);
  return found;
}

/**
 * Looks up people who have lost their handle to somebody else, at most a hundred per poll cycle. Those whom X does not
 * return stay without a handle. Returns the error, or null; after one they are looked up in the next cycle.
 */
export async function fetchDisplacedPeople(ctx: CaptureContext): Promise<AppError | null> {
  const ids = listPeopleToLookUp(ctx.db, LOOKUP_SIZE);
  if (ids.length === 0) return null;
  const found = await ctx.x.getUsers(ids);
  if (!found.ok) return found.error;
  const { changed, renamedAccount } = inTransaction(ctx.db, () => {
    notePeopleLookedUp(ctx.db, ids);
    return storePeople(ctx.db, found.value, ctx.clock.now());
  });
  emitRenamed(ctx, renamedAccount);
  if (changed.length > 0) ctx.emit({ name: 'conversations.changed', params: { ids: changed } });
  return null;
}

interface StoredPeople {
  /** The conversations of those who changed. */
  readonly changed: string[];
  /** The account of the workspace, if it has another handle or name than was stored. */
  readonly renamedAccount: Account | null;
}

/** Stores what X says about people, the account included. Call it within a transaction, and `emitRenamed` after it. */
export function storePeople(db: Db, users: readonly XUser[], now: number): StoredPeople {
  const renamedAccount = users.find((user) => isAccountRenamed(db, user)) ?? null;
  if (renamedAccount) putAccount(db, renamedAccount, now);
  const people = users.flatMap((user) => upsertPerson(db, user, now));
  const changed = [...new Set(people)].flatMap((id) => listConversationIdsOf(db, id));
  return { changed, renamedAccount };
}

/** Emits that the account has another handle or name now, if it has. */
export function emitRenamed({ emit }: Pick<CaptureContext, 'emit'>, account: Account | null): void {
  if (account) emit({ name: 'account.renamed', params: { id: account.id, handle: account.handle } });
}
