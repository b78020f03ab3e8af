import type { EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { listConversations } from '../conversations/listConversations.ts';
import { getCurrentAgent } from '../store/agents.ts';
import type { ExportContext } from './readExported.ts';

const PAGE = 1_000;

/** The ids of the conversations to export, each once: those that are named, or all of a view that a filter selects, in its order. */
export function listSelected(
  { db, clock }: ExportContext,
  { ids, view, filter }: EngineParsed<'conversations.export'>,
): Result<readonly string[], AppError> {
  if (ids) return ok([...new Set(ids)]);
  const viewer = { me: getCurrentAgent(db).id, now: clock.now() };
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = listConversations(db, { view, filter, limit: PAGE, after }, viewer);
    if (!page.ok) return page;
    found.push(...page.value.items.map(({ id }) => id));
    after = page.value.next;
  } while (after !== undefined);
  return ok(found);
}
