import { HOUR_MS } from '#shared/time.ts';
import type { EngineContext } from '../context.ts';
import { listUnknownPeople, notePeopleUnknown } from '../store/people.ts';
import type { XUser } from '../x/xClient.ts';

/** Users that one lookup may name. */
const LOOKUP_SIZE = 100;

/** Asks X for those of `people` that are neither known nor `given`; who is not found is left out. */
export async function lookUpMissing(
  ctx: Pick<EngineContext, 'db' | 'clock' | 'log' | 'x'>,
  people: readonly string[],
  given: ReadonlySet<string>,
): Promise<XUser[]> {
  const now = ctx.clock.now();
  const asked = people.filter((id) => !given.has(id));
  const missing = listUnknownPeople(ctx.db, asked, now - HOUR_MS);
  const found: XUser[] = [];
  for (let start = 0; start < missing.length; start += LOOKUP_SIZE) {
    const users = await ctx.x.getUsers(missing.slice(start, start + LOOKUP_SIZE));
    if (users.ok) found.push(...users.value);
    else ctx.log('people could not be looked up', { code: users.error.code, people: missing.length });
  }
  notePeopleUnknown(ctx.db, missing, now);
  return found;
}
