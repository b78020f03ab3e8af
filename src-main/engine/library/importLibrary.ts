import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { toShortcutKey } from '#shared/domain/cannedResponse.ts';
import { type ImportError, MAX_IMPORT_ERRORS } from '#shared/domain/libraryImport.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { reindexAfter } from '../store/cannedIndex.ts';
import { findShortcut, findTitle, getCanned, toState } from '../store/cannedResponses.ts';
import { type CannedChange, CannedState } from '../store/cannedState.ts';
import type { Db } from '../store/open.ts';
import { isSameState } from '../store/sameState.ts';
import { inTransaction } from '../store/sql.ts';
import { insertContent, updateContent } from './changeLibrary.ts';
import { type ImportItem, type ReadItems, toFound } from './importItem.ts';
import { readCsv } from './readCsv.ts';
import { readJson } from './readJson.ts';

type Ctx = Pick<EngineContext, 'db' | 'clock' | 'newId' | 'emit'>;
type Imported = EngineOutput<'library.import'>;

/** So few are taken out of the index and put back one by one. */
const FEW = 30;

/**
 * Merges a file into the library: each canned response with the one of its id, else of its shortcut, else, if it has neither, of its title
 * and folder. What the file does not have stays. All of it in one transaction and one activity; with errors, or without `apply`, nothing
 * changes.
 */
export function importLibrary(
  ctx: Ctx,
  { format, content, apply }: EngineParsed<'library.import'>,
): Imported {
  const { items, errors } = read(format, content);
  const plans = items.map((item) => toPlan(ctx.db, item));
  const all = [...errors, ...findTwice(plans), ...findTaken(ctx.db, plans)].toSorted(
    (a, b) => a.line - b.line,
  );
  if (all.length > 0)
    return { created: 0, updated: 0, unchanged: 0, errors: all.slice(0, MAX_IMPORT_ERRORS) };
  const count = (kind: Plan['kind']) => plans.filter((plan) => plan.kind === kind).length;
  const counts = { created: count('create'), updated: count('update'), unchanged: count('keep'), errors: [] };
  if (apply && counts.created + counts.updated > 0) {
    const applyPlans = () => applyAll(ctx, plans);
    const activityId = inTransaction(ctx.db, () =>
      record(ctx, counts.updated < FEW ? applyPlans() : reindexAfter(ctx.db, applyPlans), counts),
    );
    ctx.emit({ name: 'library.changed', params: {} });
    return { ...counts, activityId };
  }
  return counts;
}

function record(
  ctx: Ctx,
  imported: CannedChange[],
  { created, updated }: Pick<Imported, 'created' | 'updated'>,
): string {
  const agent = getCurrentAgent(ctx.db).id;
  const facts = { created, updated };
  return recordActivity(ctx, {
    kind: 'cannedImported',
    agent,
    conversationId: null,
    facts,
    undo: { imported },
  });
}

function read(format: 'csv' | 'json', content: string): ReadItems {
  const error = findUnreadable(content);
  if (error) return { items: [], errors: [error] };
  return format === 'csv' ? readCsv(content) : readJson(content);
}

function findUnreadable(content: string): ImportError | null {
  const lineOf = (pattern: RegExp) => content.slice(0, content.search(pattern)).split('\n').length;
  if (content.replace(/^\uFEFF/, '').trim() === '') return { code: 'empty', line: 1, column: null };
  // Two bytes a character, read as one each: every other one of plain text is zero.
  const zeros = content.slice(0, 1_000).split('\0').length - 1;
  if (zeros > Math.min(content.length, 1_000) / 4) return { code: 'wrongEncoding', line: 1, column: null };
  const control = /(?![\t-\r])\p{Cc}/u;
  if (control.test(content)) return { code: 'notText', line: lineOf(control), column: null };
  if (content.includes('\uFFFD')) return { code: 'wrongEncoding', line: lineOf(/\uFFFD/u), column: null };
  return null;
}

type Plan =
  | { readonly kind: 'create'; readonly item: ImportItem; readonly id?: string }
  | { readonly kind: 'update' | 'keep'; readonly item: ImportItem; readonly id: string };

function toPlan(db: Db, item: ImportItem): Plan {
  const known = findKnown(db, item);
  if (known === null) {
    // The id of a deleted one stays its own, so that undoing the deletion is possible.
    const isFree = item.id !== undefined && isUuid.test(item.id) && getCanned(db, item.id) === null;
    return { kind: 'create', item, ...(isFree ? { id: item.id } : {}) };
  }
  const before = toState(known);
  const isSame = isSameState(CannedState, before, { ...before, ...toGiven(item) });
  return { kind: isSame ? 'keep' : 'update', item, id: known.id };
}

const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function findKnown(db: Db, { id, title, shortcut, folder = '' }: ImportItem) {
  const byId = id === undefined ? null : getCanned(db, id);
  if (byId && byId.deletedAt === null) return byId;
  if (shortcut) {
    const holder = findShortcut(db, shortcut);
    return holder && getCanned(db, holder.id);
  }
  const same = id === undefined ? findTitle(db, title, folder) : null;
  return same === null ? null : getCanned(db, same);
}

const toGiven = ({ title, shortcut, folder, texts, isPromise }: ImportItem) => ({
  title,
  texts,
  ...(shortcut === undefined ? {} : { shortcut }),
  ...(folder === undefined ? {} : { folder }),
  ...(isPromise === undefined ? {} : { isPromise }),
});

/** Where a file means one canned response of the library twice. */
function findTwice(plans: readonly Plan[]): ImportError[] {
  const ids = plans.map(({ id }) => id);
  return plans.flatMap(({ id, item: { line, title } }, n): ImportError[] =>
    id === undefined || ids.indexOf(id) === n
      ? []
      : [{ code: 'contradiction', line, column: null, found: toFound(title) }],
  );
}

/** The shortcuts that two canned responses would have once all is applied. */
function findTaken(db: Db, plans: readonly Plan[]): ImportError[] {
  const holders = new Map<string, Plan>();
  const changed = new Map(plans.flatMap((plan) => (plan.id === undefined ? [] : [[plan.id, plan]])));
  return plans.flatMap((plan): ImportError[] => {
    const { shortcut, line } = plan.item;
    if (!shortcut) return [];
    const key = toShortcutKey(shortcut);
    const error = { code: 'duplicateShortcut', line, column: 'shortcut', found: toFound(shortcut) } as const;
    if (holders.has(key)) return [error];
    holders.set(key, plan);
    const stored = findShortcut(db, shortcut);
    if (stored === null || stored.id === plan.id) return [];
    // The file may give the shortcut of one canned response to another.
    const freed = changed.get(stored.id)?.item.shortcut;
    return freed === undefined || (freed !== null && toShortcutKey(freed) === key) ? [error] : [];
  });
}

/** Returns what became of each canned response that was created or changed. */
function applyAll(ctx: Ctx, plans: readonly Plan[]): CannedChange[] {
  const changes = new Map<string, CannedChange>();
  const note = (change: CannedChange) =>
    changes.set(change.id, { ...change, before: changes.get(change.id)?.before ?? change.before });
  updateAll(ctx, plans, note);
  for (const { kind, id, item } of plans) {
    if (kind !== 'create') continue;
    const { title, texts, shortcut = null, folder = '', isPromise = false } = item;
    note(require(insertContent(ctx, { title, texts, shortcut, folder, images: [], isPromise }, id)));
  }
  return [...changes.values()];
}

function updateAll(ctx: Ctx, plans: readonly Plan[], note: (change: CannedChange) => void): void {
  /** Returns whether it could be done: another one may still have the shortcut. */
  const update = (id: string, given: Partial<CannedState>) => {
    const done = updateContent(ctx, id, given);
    if (!done.ok && done.error.code === 'shortcutTaken') return false;
    const change = require(done);
    if (change) note(change);
    return true;
  };
  let left = plans.flatMap((plan) => (plan.kind === 'update' ? [plan] : []));
  while (left.length > 0) {
    // Shortcuts change hands: who waits for one that another still has comes later, and in a circle the first lets go of its own.
    const waiting = left.filter(({ id, item }) => !update(id, toGiven(item)));
    const [first] = waiting;
    if (first && waiting.length === left.length) update(first.id, { shortcut: null });
    left = waiting;
  }
}

function require<T>(done: Result<T, AppError>): T {
  if (!done.ok) throw new Error(`a checked import failed: ${JSON.stringify(done.error)}`);
  return done.value;
}
