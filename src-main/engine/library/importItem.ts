import { z } from 'zod';
import {
  CannedFolder,
  CannedShortcut,
  CannedText,
  CannedTitle,
  cannedLimits,
} from '#shared/domain/cannedResponse.ts';
import type { ImportError, ImportErrorCode } from '#shared/domain/libraryImport.ts';

/** A canned response of a file. What is absent stays as it is where the library has it already. */
export interface ImportItem {
  readonly line: number;
  readonly id?: string;
  readonly title: string;
  readonly shortcut?: string | null;
  readonly folder?: string;
  readonly isPromise?: boolean;
  readonly texts: CannedText[];
}

/** What was read of a file. */
export interface ReadItems {
  readonly items: ImportItem[];
  readonly errors: ImportError[];
}

/** The schema of each field of a file, and its code where more can be said than that a value is invalid. */
export const fields = {
  id: z.string().trim().min(1).max(200),
  title: CannedTitle,
  shortcut: CannedShortcut,
  folder: CannedFolder,
  language: CannedText.shape.language.unwrap(),
  channel: CannedText.shape.channel.unwrap(),
  text: CannedText.shape.text,
} as const;
export type Field = keyof typeof fields;

const codes: Partial<Record<Field, ImportErrorCode>> = {
  language: 'unknownLanguage',
  channel: 'unknownChannel',
  shortcut: 'invalidShortcut',
};

const limits: Partial<Record<Field, number>> = { id: 200, ...cannedLimits };

/** Parses the value of a field, or adds to `errors` what is wrong with it. */
export function parseField<F extends Field>(
  field: F,
  value: unknown,
  place: Pick<ImportError, 'line' | 'column'>,
  errors: ImportError[],
): z.output<(typeof fields)[F]> | null {
  const parsed = fields[field].safeParse(value);
  if (parsed.success) return parsed.data as z.output<(typeof fields)[F]>;
  const [issue] = parsed.error.issues;
  const limit = limits[field];
  const isEmpty = typeof value === 'string' && value.trim() === '';
  if (issue?.code === 'too_big' && limit !== undefined) errors.push({ code: 'tooLong', ...place, limit });
  else if (isEmpty || value === undefined) errors.push({ code: 'emptyField', ...place });
  else errors.push({ code: codes[field] ?? 'invalid', ...place, found: toFound(value) });
  return null;
}

/** The beginning of a value, for a message. */
export const toFound = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60);

/** Parses the language or channel of a wording, of which nothing means any. */
export function parseOptional<F extends 'language' | 'channel'>(
  field: F,
  value: unknown,
  place: Pick<ImportError, 'line' | 'column'>,
  errors: ImportError[],
): z.output<(typeof fields)[F]> | null {
  const isNone = value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  return isNone ? null : parseField(field, toCode(value), place, errors);
}

// `private` is what the window calls the channel.
function toCode(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const code = value.trim().toLowerCase();
  return code === 'private' ? 'dm' : code;
}

/** Adds a wording to those of a canned response; a second one for a language and channel is an error. */
export function addText(
  texts: CannedText[],
  text: CannedText,
  place: Pick<ImportError, 'line' | 'column'>,
  errors: ImportError[],
): void {
  const isTaken = texts.some((one) => one.language === text.language && one.channel === text.channel);
  if (isTaken) errors.push({ code: 'duplicateText', ...place, found: toFound(text.text) });
  else texts.push(text);
}
