import { z } from 'zod';
import type { CannedText } from '#shared/domain/cannedResponse.ts';
import type { ImportError } from '#shared/domain/libraryImport.ts';
import {
  addText,
  type ImportItem,
  parseField,
  parseOptional,
  type ReadItems,
  toFound,
} from './importItem.ts';
import { lineOfSyntaxError, listItemLines } from './jsonLines.ts';

/** A file of canned responses: what `library.export` writes, or the list alone. */
const File = z.union([z.array(z.unknown()), z.object({ items: z.array(z.unknown()) })]);

const Item = z.strictObject({
  id: z.unknown().optional(),
  title: z.unknown(),
  shortcut: z.unknown().optional(),
  folder: z.unknown().optional(),
  isPromise: z.boolean().optional(),
  texts: z
    .array(
      z.strictObject({
        language: z.unknown().optional(),
        channel: z.unknown().optional(),
        text: z.unknown(),
      }),
    )
    .min(1),
});

/** Reads canned responses from JSON. */
export function readJson(content: string): ReadItems {
  const text = content.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return { items: [], errors: [{ code: 'notJson', line: lineOfSyntaxError(text, cause), column: null }] };
  }
  const file = File.safeParse(value);
  if (!file.success)
    return { items: [], errors: [{ code: 'invalid', line: 1, column: 'items', found: toFound(value) }] };
  const list = Array.isArray(file.data) ? file.data : file.data.items;
  const errors: ImportError[] = [];
  const lines = listItemLines(text);
  const items = list.flatMap((one, index) => readItem(one, lines[index] ?? 1, errors) ?? []);
  if (list.length === 0) errors.push({ code: 'empty', line: 1, column: null });
  return { items, errors };
}

function readItem(value: unknown, line: number, errors: ImportError[]): ImportItem | null {
  const item = Item.safeParse(value);
  if (!item.success) {
    errors.push(toShapeError(item.error, value, line));
    return null;
  }
  const { id, title, shortcut, folder, isPromise, texts } = item.data;
  const known = errors.length;
  const isGiven = (field: unknown) => field !== undefined && field !== null && field !== '';
  const read = {
    ...(isGiven(id) ? { id: parseField('id', id, { line, column: 'id' }, errors) ?? '' } : {}),
    title: parseField('title', title, { line, column: 'title' }, errors) ?? '',
    ...(shortcut === undefined
      ? {}
      : {
          shortcut: isGiven(shortcut)
            ? parseField('shortcut', shortcut, { line, column: 'shortcut' }, errors)
            : null,
        }),
    ...(folder === undefined
      ? {}
      : { folder: parseField('folder', folder, { line, column: 'folder' }, errors) ?? '' }),
    ...(isPromise === undefined ? {} : { isPromise }),
  };
  const wordings: CannedText[] = [];
  for (const [index, one] of texts.entries()) readText(one, `texts.${index}`, line, wordings, errors);
  return errors.length > known ? null : { line, ...read, texts: wordings };
}

function readText(
  { language, channel, text }: z.infer<typeof Item>['texts'][number],
  path: string,
  line: number,
  wordings: CannedText[],
  errors: ImportError[],
): void {
  const known = errors.length;
  const place = (field: string) => ({ line, column: `${path}.${field}` });
  const read = {
    language: parseOptional('language', language, place('language'), errors),
    channel: parseOptional('channel', channel, place('channel'), errors),
    text: parseField('text', text, place('text'), errors),
  };
  if (read.text !== null && errors.length === known)
    addText(wordings, { ...read, text: read.text }, place('text'), errors);
}

function toShapeError(error: z.ZodError, value: unknown, line: number): ImportError {
  const [issue] = error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const column = [...(issue?.path ?? []), ...keys].map(String).join('.');
  if (keys.length > 0) return { code: 'unknownColumn', line, column };
  return { code: 'invalid', line, column: column || null, found: toFound(value) };
}
