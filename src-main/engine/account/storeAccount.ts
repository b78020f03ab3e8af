import type { Account } from '#shared/domain/account.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { putAccount } from '../store/account.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { upsertPerson } from '../store/people.ts';
import { inTransaction } from '../store/sql.ts';
import type { XUser } from '../x/xClient.ts';

/** Stores the account and its person; after a login (`connected`) also records the activity. */
export function storeAccount(
  ctx: Pick<EngineContext, 'db' | 'clock' | 'newId'>,
  user: XUser,
  connected: boolean,
): Account {
  const account: Account = { id: user.id, handle: user.handle, name: user.name };
  const now = ctx.clock.now();
  inTransaction(ctx.db, () => {
    putAccount(ctx.db, account, now);
    upsertPerson(ctx.db, user, now);
    if (!connected) return;
    recordActivity(ctx, {
      kind: 'accountConnected',
      agent: getCurrentAgent(ctx.db).id,
      conversationId: null,
      facts: { id: account.id, handle: account.handle },
    });
  });
  return account;
}
