import path from 'node:path';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { ShellInput, ShellOutput } from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { writeNewFiles } from './writeNewFiles.ts';

interface Saver {
  /** The engine knows what is due and where it goes; the page does not choose. */
  readonly get: () => Promise<Result<EngineOutput<'weeklyReport.get'>, AppError>>;
  /** Prints the page. */
  readonly toPdf: () => Promise<Uint8Array>;
}

/** Writes the report that is due as a PDF of the page and as a table; does nothing if that week is not due. */
export async function saveWeeklyReport(
  { get, toPdf }: Saver,
  { week, table }: ShellInput<'page.saveWeek'>,
): Promise<ShellOutput<'page.saveWeek'>> {
  const found = await get();
  if (!found.ok) return { error: found.error };
  const { due, folder } = found.value;
  if (due?.week !== week || folder === null) return {};
  try {
    const contents = { pdf: await toPdf(), csv: Buffer.from(table) };
    return { savedAs: await writeNewFiles(folder, due.name, contents) };
  } catch (cause) {
    const file = path.join(folder, `${due.name}.pdf`);
    return { error: { code: 'fileNotSaved', file, detail: toErrorMessage(cause).slice(0, 200) } };
  }
}
