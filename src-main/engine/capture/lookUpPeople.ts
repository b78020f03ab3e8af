import type { EngineOutput } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { getMonth } from '../budget/monthlyCap.ts';
import { priceOfItem } from '../budget/toCharge.ts';
import type { EngineContext } from '../context/context.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import { countNeverLookedUp, listNeverLookedUp, notePeopleUnknown } from '../store/people.ts';
import { inTransaction } from '../store/sql.ts';
import { emitRenamed, LOOKUP_SIZE, storePeople } from './fetchPeople.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'x' | 'emit'>;

/** What it would cost to look up everybody of whom only the id is known, and how many of them this month's cap allows. */
export function priceOfLookUp({
  db,
  clock,
}: Pick<Context, 'db' | 'clock'>): EngineOutput<'archive.unknownPeople'> {
  const people = countNeverLookedUp(db);
  return {
    people,
    usd: people * priceOfItem(getBudgetSettings(db), 'getUsers'),
    affordable: Math.min(people, countAffordable({ db, clock })),
  };
}

/** How many people this month's cap allows to look up. */
function countAffordable({ db, clock }: Pick<Context, 'db' | 'clock'>): number {
  const usdEach = priceOfItem(getBudgetSettings(db), 'getUsers');
  const { capUsd, spentUsd } = getMonth({ db, clock });
  if (capUsd === null || usdEach === 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.floor((capUsd - spentUsd) / usdEach + 1e-9));
}

/**
 * Looks up at most `most` of these people on X, as far as this month's cap allows: a hundred at a time, each time stored, so that it goes on
 * after an error or a crash. Whom X does not know is not asked for again.
 */
export async function lookUpPeople(ctx: Context, most: number): Promise<EngineOutput<'archive.lookUp'>> {
  let asked = 0;
  let found = 0;
  let error: AppError | undefined;
  while (asked < most && !error) {
    const ids = listNeverLookedUp(ctx.db, Math.min(LOOKUP_SIZE, most - asked, countAffordable(ctx)));
    if (ids.length === 0) break;
    const users = await ctx.x.getUsers(ids);
    if (users.ok) {
      asked += ids.length;
      found += users.value.length;
      store(ctx, ids, users.value);
    } else error = users.error;
  }
  return { asked, found, left: countNeverLookedUp(ctx.db), ...(error ? { error } : {}) };
}

function store(
  { db, clock, emit }: Context,
  ids: readonly string[],
  users: Parameters<typeof storePeople>[1],
): void {
  const { changed, renamedAccount } = inTransaction(db, () => {
    notePeopleUnknown(db, ids, clock.now());
    return storePeople(db, users, clock.now());
  });
  emitRenamed({ emit }, renamedAccount);
  if (changed.length > 0) emit({ name: 'conversations.changed', params: { ids: changed } });
}
