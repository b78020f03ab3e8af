import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { EngineContext } from '../context/context.ts';
import { listCanned, listCannedFolders } from '../store/cannedResponses.ts';
import { toCannedResponse } from './toCannedResponse.ts';

/** A page of the library by folder and title, and all its folders. */
export function listLibrary(
  { db }: Pick<EngineContext, 'db'>,
  { folder, stale, limit, offset }: EngineParsed<'library.list'>,
): EngineOutput<'library.list'> {
  const all = listCanned(db, folder);
  const items = all.slice(offset, offset + limit).map((canned) => toCannedResponse(db, canned));
  return {
    items: stale ? items.filter((item) => item.stale.length > 0) : items,
    total: all.length,
    folders: listCannedFolders(db),
  };
}
