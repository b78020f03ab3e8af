import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { EngineContext } from '../context/context.ts';
import { countCanned, listCanned, listCannedFolders } from '../store/cannedResponses.ts';
import { toCannedResponses } from './toCannedResponse.ts';

/** A page of the library by folder and title, and all its folders. */
export function listLibrary(
  ctx: Pick<EngineContext, 'db' | 'clock'>,
  { folder, stale, limit, offset }: EngineParsed<'library.list'>,
): EngineOutput<'library.list'> {
  const folders = listCannedFolders(ctx.db);
  if (!stale) {
    const items = toCannedResponses(ctx, listCanned(ctx.db, folder, { limit, offset }));
    return { items, total: countCanned(ctx.db, folder), folders };
  }
  const found = toCannedResponses(ctx, listCanned(ctx.db, folder)).filter(
    (canned) => canned.stale.length > 0,
  );
  return { items: found.slice(offset, offset + limit), total: found.length, folders };
}
