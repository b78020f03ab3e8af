import { err, ok, type Result } from '#shared/result.ts';
import { compareIds } from '../base/ids.ts';
import { invalidRequest } from './problems.ts';
import type { HttpResponse } from './response.ts';

/** One page of a list, newest first, with the tokens of the next (older) and previous (newer) page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken: string | undefined;
  readonly previousToken: string | undefined;
}

interface Position {
  readonly direction: 'older' | 'newer';
  readonly id: string;
}

/** The page of `items` (newest first) that `query` asks for, or 400 for an invalid page token. */
export function selectPage<T extends { readonly id: string }>(
  items: readonly T[],
  query: URLSearchParams,
  defaultSize: number,
): Result<Page<T>, HttpResponse> {
  const size = Number(query.get('max_results') ?? defaultSize);
  const name = query.has('next_token') ? 'next_token' : 'pagination_token';
  const token = query.get(name);
  if (token === null) return ok(toPage(items, items.slice(0, size), false));
  const position = readToken(token);
  if (!position) {
    const message = `The \`${name}\` query parameter value [${token}] is not valid`;
    return err(invalidRequest([{ parameter: name, value: token, message }]));
  }
  return ok(toPage(items, selectItems(items, position, size), true));
}

function selectItems<T extends { readonly id: string }>(
  items: readonly T[],
  position: Position,
  size: number,
): readonly T[] {
  if (position.direction === 'older') {
    return items.filter((item) => compareIds(item.id, position.id) < 0).slice(0, size);
  }
  return items.filter((item) => compareIds(item.id, position.id) > 0).slice(-size);
}

function toPage<T extends { readonly id: string }>(
  all: readonly T[],
  items: readonly T[],
  hasPrevious: boolean,
): Page<T> {
  const first = items[0];
  const last = items.at(-1);
  const oldest = all.at(-1);
  const hasMore = last !== undefined && oldest !== undefined && compareIds(oldest.id, last.id) < 0;
  return {
    items,
    nextToken: hasMore ? writeToken({ direction: 'older', id: last.id }) : undefined,
    previousToken: hasPrevious && first ? writeToken({ direction: 'newer', id: first.id }) : undefined,
  };
}

function writeToken(position: Position): string {
  const prefix = position.direction === 'older' ? '7140dibdnow9c' : '77qp8bdnow9c';
  return prefix + BigInt(position.id).toString(36);
}

function readToken(token: string): Position | null {
  const match = /^(7140dibdnow9c|77qp8bdnow9c)([0-9a-z]{1,13})$/.exec(token);
  if (!match?.[2]) return null;
  let id = 0n;
  for (const digit of match[2]) id = id * 36n + BigInt(Number.parseInt(digit, 36));
  return { direction: match[1] === '7140dibdnow9c' ? 'older' : 'newer', id: String(id) };
}
