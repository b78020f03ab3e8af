import type { Manifest } from './records.ts';
import type { SkippedEntry, Zip, ZipEntry } from './zip/openZip.ts';

/** What the files of an archive contain, as far as Perch reads them, in the order in which it does. */
const kinds = ['notes', 'posts', 'dms', 'groups', 'deleted'] as const;
export type PartKind = (typeof kinds)[number];

/** A file of the archive. */
export interface Part extends ZipEntry {
  readonly kind: PartKind;
}

/** With the names of before 2021, which are in the singular. */
const fileNames: Readonly<Record<PartKind, RegExp>> = {
  notes: /^note-tweets?(?:-part\d+)?\.js$/,
  posts: /^tweets?(?:-part\d+)?\.js$/,
  dms: /^direct-messages?(?:-part\d+)?\.js$/,
  groups: /^direct-messages?-group(?:-part\d+)?\.js$/,
  deleted: /^deleted-tweets?(?:-part\d+)?\.js$/,
};

const MANIFEST = 'manifest.js';
const ACCOUNT = 'account.js';
const DEEPEST = 3;

const toFolder = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);
const toFileName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
const toKind = (name: string): PartKind | undefined =>
  kinds.find((kind) => fileNames[kind].test(toFileName(name)));

/** Whether a file of the zip may be a part of an archive that Perch reads. */
export function isWanted(name: string): boolean {
  const file = toFileName(name);
  const isNear = name.split('/').length <= DEEPEST;
  return isNear && (file === MANIFEST || file === ACCOUNT || toKind(file) !== undefined);
}

/** Where an archive is in its zip. */
export interface Layout {
  readonly folder: string;
  readonly manifest: string | null;
  readonly account: string | null;
}

/**
 * Finds the archive in a zip: at its top, in the folder `data` or one folder deeper. Null if there is none. Of several the one that is least
 * deep counts.
 */
export function findLayout({ entries }: Pick<Zip, 'entries'>): Layout | null {
  const names = entries.map(({ name }) => name);
  const marks = names.filter((name) => [MANIFEST, ACCOUNT].includes(toFileName(name)));
  const [first] = marks.toSorted((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
  if (first === undefined) return null;
  const folder = toFolder(first);
  const get = (file: string) => (names.includes(folder + file) ? folder + file : null);
  return { folder, manifest: get(MANIFEST), account: get(ACCOUNT) };
}

/** The parts of an archive in the order in which they are read, and the files that its manifest names but the zip does not have. */
export function listParts(
  { entries, skipped }: Pick<Zip, 'entries' | 'skipped'>,
  { folder }: Layout,
  manifest: Manifest | null,
): { readonly parts: readonly Part[]; readonly missing: readonly SkippedEntry[] } {
  const parts = entries.flatMap((entry) => {
    const kind = toFolder(entry.name) === folder ? toKind(entry.name) : undefined;
    return kind ? [{ ...entry, kind }] : [];
  });
  const present = new Set([...entries, ...skipped].map(({ name }) => name));
  const missing = listNamed(manifest)
    .map((file) => folder + toFileName(file))
    .filter((name) => toKind(name) !== undefined && !present.has(name))
    .map((name) => ({ reason: 'missing' as const, name }));
  return { parts: parts.toSorted(byOrder), missing };
}

function byOrder(a: Part, b: Part): number {
  return (
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.name.localeCompare(b.name, 'en', { numeric: true })
  );
}

const listNamed = (manifest: Manifest | null): string[] =>
  Object.values(manifest?.dataTypes ?? {}).flatMap((type) =>
    (type?.files ?? []).flatMap((file) => file?.fileName ?? []),
  );
