import { open } from 'node:fs/promises';
import Papa from 'papaparse';
import type { TableEncoding } from '#shared/domain/messageTable.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';

/** How the text of a table is written. */
export interface TableFormat {
  readonly encoding: TableEncoding;
  readonly delimiter: string;
  /** Whether its first line only says what separates fields: `sep=;`. */
  readonly hasSeparatorLine: boolean;
}

/** Why a file is no table. */
export interface TableProblem {
  readonly kind: 'unreadable' | 'notText' | 'empty';
  readonly detail: string;
}

const SAMPLE_BYTES = 64 * 1024;
const CHUNK_BYTES = 256 * 1024;
const delimiters = [',', ';', '\t', '|'] as const;

/** Finds out how a table is written. The encoding is that of its mark, else UTF-8 if all of it is that, else Windows-1252. */
export async function findFormat(file: string): Promise<Result<TableFormat, TableProblem>> {
  try {
    const handle = await open(file, 'r');
    try {
      if (!(await handle.stat()).isFile()) return err({ kind: 'unreadable', detail: 'it is not a file' });
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
      const sample = buffer.subarray(0, bytesRead);
      const encoding = guessUtf16(sample) ?? ((await isUtf8(handle)) ? 'utf-8' : 'windows-1252');
      return toFormat(encoding, new TextDecoder(encoding).decode(sample));
    } finally {
      await handle.close();
    }
  } catch (cause) {
    return err({ kind: 'unreadable', detail: toErrorMessage(cause) });
  }
}

// Two bytes a character: in the texts of Europe every other one is zero.
function guessUtf16(sample: Buffer): TableEncoding | null {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  if (odd > many && even < odd / 20) return 'utf-16le';
  return even > many && odd < even / 20 ? 'utf-16be' : null;
}

async function isUtf8(handle: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const chunk = Buffer.alloc(CHUNK_BYTES);
  try {
    for (let position = 0; ; ) {
      const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES, position);
      if (bytesRead === 0) break;
      decoder.decode(chunk.subarray(0, bytesRead), { stream: true });
      position += bytesRead;
    }
    decoder.decode();
    return true;
  } catch (cause) {
    if (cause instanceof TypeError) return false;
    throw cause;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const binary = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;

function toFormat(encoding: TableEncoding, text: string): Result<TableFormat, TableProblem> {
  if (text.trim() === '') return err({ kind: 'empty', detail: '' });
  if (binary.test(text)) return err({ kind: 'notText', detail: '' });
  const separator = /^sep=(.)\r?\n/u.exec(text)?.[1];
  const body = text.replace(/\r\n?/g, '\n');
  return ok({
    encoding,
    delimiter: separator ?? guessDelimiter(body),
    hasSeparatorLine: separator !== undefined,
  });
}

/** What separates the names of the header into the most. Sentences have commas too, but names of columns hardly. */
function guessDelimiter(text: string): string {
  const countColumns = (delimiter: string): number =>
    Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 1 }).data[0]?.length ?? 0;
  const [first = ','] = delimiters.toSorted((a, b) => countColumns(b) - countColumns(a));
  return first;
}
