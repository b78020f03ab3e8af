import { HOUR_MS } from '#shared/time.ts';
import { listUnknownPeople, notePeopleUnknown } from '../store/people.ts';
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
