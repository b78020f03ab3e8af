import { type FileHandle, rename } from 'node:fs/promises';
import { extname, isAbsolute } from 'node:path';
import type { EngineParsed } from '#shared/contract/engine.ts';
import type { ExportResult } from '#shared/domain/conversationExport.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import type { EngineContext } from '../context/context.ts';
import { listSelected } from './listSelected.ts';
import { type ExportContext, readExported } from './readExported.ts';
import { createFile, endFile, toUnfinished } from './unfinishedFiles.ts';
import { toWriter } from './writers.ts';

type Wanted = EngineParsed<'conversations.export'>;
type Context = ExportContext & Pick<EngineContext, 'emit'>;

/** The exports of each workspace that are being written. */
const running = new WeakMap<EngineContext['db'], Set<AbortController>>();

/** Ends the exports of a workspace; what they have written is deleted. */
export function cancelExports(db: EngineContext['db']): void {
  for (const controller of running.get(db) ?? []) controller.abort();
}

/**
 * Writes conversations into a file, which gets its name once it is complete and on the disk. The engine goes on working meanwhile, so each
 * conversation is as it was when it was written.
 */
export async function exportConversations(
  ctx: Context,
  wanted: Wanted,
): Promise<Result<ExportResult, AppError>> {
  const problem = findProblem(wanted);
  if (problem) return err(problem);
  const controller = new AbortController();
  const exports = running.get(ctx.db) ?? new Set();
  running.set(ctx.db, exports.add(controller));
  const unfinished = toUnfinished(wanted.path);
  try {
    const result = await write(ctx, wanted, { file: unfinished, signal: controller.signal });
    if (result.ok && !result.value.isCancelled) await rename(unfinished, wanted.path);
    return result;
  } catch (cause) {
    return err({ code: 'fileNotSaved', file: wanted.path, detail: toErrorMessage(cause).slice(0, 200) });
  } finally {
    exports.delete(controller);
    await endFile(ctx, unfinished);
  }
}

// The ending keeps a script from replacing something else, such as the workspace.
function findProblem({ path, format }: Wanted): AppError | null {
  if (!isAbsolute(path)) return { code: 'invalid', path: 'path', reason: 'is not absolute' };
  if (extname(path).toLowerCase() === `.${format}`) return null;
  return { code: 'invalid', path: 'path', reason: `does not end in .${format}` };
}

interface Place {
  readonly file: string;
  readonly signal: AbortSignal;
}

async function write(
  ctx: Context,
  wanted: Wanted,
  { file, signal }: Place,
): Promise<Result<ExportResult, AppError>> {
  const ids = await listSelected(ctx, wanted, signal);
  if (!ids.ok) return ids;
  const writer = toWriter(ctx, wanted);
  const handle = await createFile(ctx, file);
  let messages = 0;
  let done = 0;
  try {
    await handle.appendFile(writer.begin());
    for (const id of ids.value) {
      if (signal.aborted) break;
      const exported = await readExported(ctx, id, signal);
      // One of a view may have been erased meanwhile.
      if (!exported && !wanted.ids) continue;
      if (!exported) return err({ code: 'notFound', what: 'conversation', id });
      if (!(await writePieces(handle, writer.add(exported), signal))) break;
      messages += exported.messages.length;
      done += 1;
      ctx.emit({ name: 'conversations.exporting', params: { done, total: ids.value.length } });
    }
    await handle.appendFile(writer.end());
    await handle.sync();
  } finally {
    await handle.close();
  }
  const missingPictures = writer.missingPictures();
  return ok({ conversations: done, messages, missingPictures, isCancelled: signal.aborted });
}

/**
 * Writes pieces, with turns for others while each is written, unless the signal is aborted; returns whether all are written. A plain `write`
 * may write a part only, such as on a disk that becomes full, and not fail.
 */
async function writePieces(
  handle: FileHandle,
  pieces: Iterable<string>,
  signal: AbortSignal,
): Promise<boolean> {
  for (const piece of pieces) {
    if (signal.aborted) return false;
    await handle.appendFile(piece);
  }
  return true;
}
