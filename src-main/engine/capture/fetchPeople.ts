import type { Account } from '#shared/domain/account.ts';
import { HOUR_MS } from '#shared/time.ts';
import { isAccountRenamed, putAccount } from '../store/account.ts';
import { listConversationIdsOf } from '../store/conversations.ts';
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
const LOOKUP_SIZE = 100;

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
 * return stay without a handle; after a failure they are looked up in the next cycle.
 */
export async function fetchDisplacedPeople(ctx: CaptureContext): Promise<void> {
  const ids = listPeopleToLookUp(ctx.db, LOOKUP_SIZE);
  if (ids.length === 0) return;
  const found = await ctx.x.getUsers(ids);
  if (!found.ok) {
    ctx.log('capture.peopleLookupFailed', { code: found.error.code, people: ids.length });
    return;
  }
  const renamedAccount = found.value.find((user) => isAccountRenamed(ctx.db, user));
  const changed = inTransaction(ctx.db, () => {
    const now = ctx.clock.now();
    notePeopleLookedUp(ctx.db, ids);
    if (renamedAccount) putAccount(ctx.db, renamedAccount, now);
    const people = found.value.flatMap((user) => upsertPerson(ctx.db, user, now));
    return people.flatMap((id) => listConversationIdsOf(ctx.db, id));
  });
  if (renamedAccount) emitRenamed(ctx, renamedAccount);
  if (changed.length > 0) ctx.emit({ name: 'conversations.changed', params: { ids: [...new Set(changed)] } });
}

/** Emits that the account has another handle or name now. */
export function emitRenamed({ emit }: Pick<CaptureContext, 'emit'>, { id, handle }: Account): void {
  emit({ name: 'account.connected', params: { id, handle } });
}
