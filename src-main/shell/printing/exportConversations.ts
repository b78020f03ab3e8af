import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { EngineInput, EngineOutput } from '#shared/contract/engine.ts';
import type { ShellInput, ShellOutput } from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { writeFileAtomic } from '../base/writeFileAtomic.ts';

type Output = ShellOutput<'files.exportConversations'>;
type Written = Result<EngineOutput<'conversations.export'>, AppError>;

interface Exporter {
  /** Asks where to save; null if that is cancelled. */
  readonly choose: (suggestedName: string) => Promise<string | null>;
  /** Has the engine write the file. */
  readonly write: (input: EngineInput<'conversations.export'>) => Promise<Written>;
  readonly toPdf: (file: string) => Promise<Uint8Array>;
  /** The folder for pages that become a PDF. */
  readonly pagesFolder: string;
}

/**
 * Exports conversations to the file that the person chooses; its ending says the format, PDF without one that Perch knows. A PDF is printed
 * from the page that the engine writes.
 */
export async function exportConversations(
  { choose, ...exporter }: Exporter,
  { name, ...selection }: ShellInput<'files.exportConversations'>,
): Promise<Output> {
  const chosen = await choose(name);
  if (chosen === null) return {};
  const format = toFormat(chosen);
  const file = format === null ? `${chosen}.pdf` : chosen;
  const written =
    format === null || format === 'pdf'
      ? await writePdf(exporter, selection, file)
      : await exporter.write({ ...selection, format, path: file });
  if (!written.ok) return { error: written.error };
  const { isCancelled, missingPictures } = written.value;
  return isCancelled ? {} : { savedAs: path.basename(file), missingPictures };
}

function toFormat(file: string): 'json' | 'csv' | 'html' | 'pdf' | null {
  const ending = path.extname(file).slice(1).toLowerCase();
  return ending === 'json' || ending === 'csv' || ending === 'html' || ending === 'pdf' ? ending : null;
}

async function writePdf(
  { write, toPdf, pagesFolder }: Omit<Exporter, 'choose'>,
  selection: Omit<ShellInput<'files.exportConversations'>, 'name'>,
  file: string,
): Promise<Written> {
  let folder: string | null = null;
  try {
    await mkdir(pagesFolder, { recursive: true, mode: 0o700 });
    folder = await mkdtemp(path.join(pagesFolder, 'page-'));
    const page = path.join(folder, 'page.html');
    const written = await write({ ...selection, format: 'html', path: page });
    if (written.ok && !written.value.isCancelled) await writeFileAtomic(file, await toPdf(page));
    return written.ok ? ok(written.value) : written;
  } catch (cause) {
    const detail = toErrorMessage(cause).slice(0, 200);
    return { ok: false, error: { code: 'fileNotSaved', file, detail } };
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}
