import { setImmediate } from 'node:timers/promises';
import type { EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { listConversations } from '../conversations/listConversations.ts';
import { getCurrentAgent } from '../store/agents.ts';
import type { ExportContext } from './readExported.ts';

const PAGE = 200;

/**
 * The ids of the conversations to export, each once: those that are named, or all of a view that a filter selects, in its order. A view is
 * read page by page, with turns for others between, until `signal` is aborted.
 */
export async function listSelected(
  { db, clock }: ExportContext,
  { ids, view, filter }: EngineParsed<'conversations.export'>,
  signal: AbortSignal,
): Promise<Result<readonly string[], AppError>> {
  if (ids) return ok([...new Set(ids)]);
  const viewer = { me: getCurrentAgent(db).id, now: clock.now() };
  const found = new Set<string>();
  let after: string | undefined;
  do {
    const page = listConversations(db, { view, filter, limit: PAGE, after }, viewer);
    if (!page.ok) return page;
    for (const { id } of page.value.items) found.add(id);
    after = page.value.next;
    await setImmediate();
  } while (after !== undefined && !signal.aborted);
  return ok([...found]);
}
