import { describe, expect, it } from 'vitest';
import { type ListPages, patchPages } from '#renderer/engine/patchPages.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { aConversation } from '../support/builders.ts';

const row = (name: string): Conversation => aConversation({ id: name, dueAt: Number(name.slice(1)) });
const toPages = (text: string, next?: string): ListPages => ({
  pages: text.split('|').map((items, at, all) => ({
    items: items.trim().split(' ').filter(Boolean).map(row),
    ...(next !== undefined || at < all.length - 1 ? { next: next ?? 'more' } : {}),
  })),
  pageParams: [],
});
const toText = (data: ListPages | null) =>
  data?.pages.map(({ items }) => items.map(({ id, dueAt }) => `${id[0]}${dueAt}`).join(' ')).join('|');
const at = (id: string, dueAt: number) => aConversation({ id, dueAt });
const change = (ids: string[], rows: Conversation[] = []) => ({ sort: 'urgent', ids, rows }) as const;

describe('patchPages', () => {
  it('keeps unchanged pages as the same objects', () => {
    const before = toPages('a1 b2|c3 d4');
    const after = patchPages(before, change(['c3']));
    expect(toText(after)).toBe('a1 b2|d4');
    expect(after?.pages[0]).toBe(before.pages[0]);
  });

  it.each([
    ['a row that has left', 'a1 b2|c3 d4', change(['b2']), 'a1|c3 d4'],
    ['a row that moves up to another page', 'a1 c3|d4 e5', change(['e5'], [at('e5', 2)]), 'a1 e2 c3|d4'],
    ['a row that moves down', 'a1 b2|c3 d4', change(['a1'], [at('a1', 9)]), 'b2|c3 d4 a9'],
    ['a new row at the top', 'b2|c3', change(['a1'], [at('a1', 1)]), 'a1 b2|c3'],
    ['a new row at the end', 'a1|b2', change(['c3'], [at('c3', 3)]), 'a1|b2 c3'],
    ['rows of one time by their ids', 'a1 c1', change(['b1'], [at('b1', 1)]), 'a1 b1 c1'],
    ['the first row of an empty list', '', change(['a1'], [at('a1', 1)]), 'a1'],
    ['a page that becomes empty', 'a1|b2', change(['a1'], [at('a1', 3)]), '|b2 a3'],
  ])('patches %s', (_, before, changed, after) => {
    expect(toText(patchPages(toPages(before), changed))).toBe(after);
  });

  it('ignores a row that sorts behind the last page', () => {
    expect(toText(patchPages(toPages('a1 b2', 'n'), change(['c3'], [at('c3', 3)])))).toBe('a1 b2');
  });

  it('returns null when the last loaded row has moved', () => {
    expect(patchPages(toPages('a1 b2', 'n'), change(['b2']))).toBeNull();
    expect(patchPages(toPages('a1 b2', 'n'), change(['b2'], [at('b2', 0)]))).toBeNull();
    expect(toText(patchPages(toPages('a1 b2', 'n'), change(['b2'], [at('b2', 2)])))).toBe('a1 b2');
  });

  it('sorts the other views by their newest message', () => {
    const spoke = (id: string, when: number) =>
      aConversation({ id, lastMessage: { ...aConversation().lastMessage, at: when } });
    const data = { pages: [{ items: [spoke('a', 3), spoke('b', 2)] }], pageParams: [] };
    const after = patchPages(data, { sort: 'newest', ids: ['b'], rows: [spoke('b', 9)] });
    expect(after?.pages[0]?.items.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
