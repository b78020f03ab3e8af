import type { EngineContext } from '../context/context.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { takeUntold } from '../store/approvals.ts';
import { inTransaction } from '../store/sql.ts';

/** Tells the current agent what they are asked to approve and what became of their own replies, each once. */
export function tellCurrentAgent(ctx: Pick<EngineContext, 'db' | 'emit'>): void {
  const untold = inTransaction(ctx.db, () => takeUntold(ctx.db, getCurrentAgent(ctx.db).id));
  for (const params of untold) ctx.emit({ name: 'approvals.told', params });
}
