import path from 'node:path';
import type { ShellInput, ShellOutput } from '#shared/contract/shell.ts';
import type { FileKind } from '../base/chooseFile.ts';
import { writeChosen } from '../base/writeChosen.ts';

/** Saves a text where the person chooses; `choose` returns null if that is cancelled. */
export async function saveText(
  choose: (suggestedName: string, kind: FileKind) => Promise<string | null>,
  { name, format, content }: ShellInput<'files.saveText'>,
): Promise<ShellOutput<'files.saveText'>> {
  const file = await choose(name, { name: format.toUpperCase(), extension: format });
  if (file === null) return {};
  const error = await writeChosen(file, () => Buffer.from(content));
  return error ? { error } : { savedAs: path.basename(file) };
}
