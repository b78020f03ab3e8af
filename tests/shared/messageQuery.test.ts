import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  findOperatorBeingTyped,
  hasWords,
  parseMessageQuery,
  withoutFilter,
  withoutFilters,
} from '#shared/domain/messageQuery.ts';
import { toSearchDay } from '#shared/domain/searchFilter.ts';
import { DAY_MS } from '#shared/time.ts';

const filters = (typed: string) =>
  parseMessageQuery(typed).filters.map(({ filter, isExcluded }) => ({
    ...filter,
    ...(isExcluded ? { isExcluded } : {}),
  }));

describe('parseMessageQuery', () => {
  it.each([
    ['from:@Anna', { operator: 'from', name: 'Anna' }],
    ['to:us', { operator: 'to', name: 'us' }],
    ['agent:"Sam Vos"', { operator: 'agent', name: 'Sam Vos' }],
    ['tag:“big order”', { operator: 'tag', name: 'big order' }],
    ['priority:High', { operator: 'priority', value: 'high' }],
    ['-tag:vip', { operator: 'tag', name: 'vip', isExcluded: true }],
    ['Status:Open', { operator: 'status', value: 'open' }],
    ['kind:dm', { operator: 'kind', value: 'dm' }],
    ['has:media', { operator: 'has', value: 'media' }],
    ['lang:NL', { operator: 'lang', lang: 'nl' }],
    ['score:<7', { operator: 'score', comparison: '<', score: 7 }],
    ['score:>=9', { operator: 'score', comparison: '>=', score: 9 }],
    ['score:10', { operator: 'score', comparison: '=', score: 10 }],
    ['before:2024', { operator: 'before', date: { year: 2024 } }],
    ['after:2024-2-29', { operator: 'after', date: { year: 2024, month: 2, day: 29 } }],
    ['before:6M', { operator: 'before', date: { ago: 6, unit: 'm' } }],
  ])('reads %s', (typed, filter) => {
    expect(filters(typed)).toEqual([filter]);
    expect(parseMessageQuery(typed)).toMatchObject({ groups: [], excluded: [], problems: [] });
  });

  it.each([
    ['status:lost', { operator: 'status', value: 'lost', reason: 'value' }],
    ['has:parcel', { operator: 'has', value: 'parcel', reason: 'value' }],
    ['lang:dutch', { operator: 'lang', value: 'dutch', reason: 'value' }],
    ['score:11', { operator: 'score', value: '11', reason: 'score' }],
    ['score:<>', { operator: 'score', value: '<>', reason: 'score' }],
    ['after:2023-02-290', { operator: 'after', value: '2023-02-290', reason: 'date' }],
    ['after:2023-02-29 x', { operator: 'after', value: '2023-02-29', reason: 'date' }],
    ['after:2023-02-30', { operator: 'after', value: '2023-02-30', reason: 'date' }],
    ['before:2026-13', { operator: 'before', value: '2026-13', reason: 'date' }],
    ['before:2026-12-40', { operator: 'before', value: '2026-12-40', reason: 'date' }],
    ['after:0001 x', { operator: 'after', value: '0001', reason: 'date' }],
    ['before:yesterday', { operator: 'before', value: 'yesterday', reason: 'date' }],
  ])('names what is wrong with %s, and looks for the rest', (typed, problem) => {
    const query = parseMessageQuery(`late ${typed}`);
    expect(query).toMatchObject({ filters: [], problems: [problem], groups: [[{ words: ['late'] }]] });
  });

  it.each([
    'status:ope',
    'kind:d',
    'lang:n',
    'score:<',
    'before:20',
    'after:2024-',
    'after:2024-1',
    'before:2024-02-3',
    'before:2024-0',
    'before:2024-12-',
    'before:2024-02-0',
  ])('waits for the end of %s', (typed) => {
    expect(parseMessageQuery(`${typed}`)).toMatchObject({ problems: [] });
    const later = parseMessageQuery(`${typed} late`);
    expect([...later.filters, ...later.problems]).toHaveLength(1);
  });

  it.each(['status:', 'tag:""', 'from:@ status:', 'before:" '])('waits for the value of %s', (typed) => {
    expect(parseMessageQuery(typed)).toMatchObject({ problems: [], groups: [] });
  });

  test('nothing that is typed fails', () => {
    const part = fc.constantFrom(
      'from:',
      'score:',
      'before:',
      '-',
      '"',
      ' ',
      'OR',
      '9',
      'é',
      '2024-',
      '99999y',
      '@',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 3 }))), (parts) => {
        const { filters } = parseMessageQuery(parts.join(''));
        for (const { filter } of filters) {
          if ('date' in filter) expect(toSearchDay(filter.date, 20_000)).not.toBeNaN();
        }
      }),
    );
  });
});

test.each([
  ['parcel', 'my parcel', true],
  ['parcel OR package', 'a package', true],
  ['parcel OR package late', 'a package', false],
  ['late -parcel', 'late again', true],
  ['late -parcel', 'a late parcel', false],
  ['-parcel', 'anything', true],
  ['late -parc', 'a late parcel', true],
])('%s in "%s": %s', (typed, text, found) => {
  expect(hasWords(text, parseMessageQuery(typed))).toBe(found);
});

test('the words are typed without the filters, or without one of them', () => {
  const typed = 'late from:anna “by post” -tag:"big order"';
  expect(withoutFilters(typed)).toBe('late "by post"');
  const [from, tag] = parseMessageQuery(typed).filters;
  expect(from && withoutFilter(typed, from)).toBe('late “by post” -tag:"big order"');
  expect(tag && withoutFilter(typed, tag)).toBe('late from:anna “by post”');
});

test.each([
  ['late From:', 'from'],
  ['-status:re', 'status'],
  ['before:2024-0', 'before'],
  ['tag:"', 'tag'],
  ['from:anna', null],
  ['status:ok', null],
  ['from: late', null],
  ['late', null],
])('in "%s" the value of this operator is being typed: %s', (typed, operator) => {
  expect(findOperatorBeingTyped(typed)).toBe(operator);
});

test.each([
  ['-from:anna from:anna', 1, '-from:anna'],
  ['tag:ab tag:a', 1, 'tag:ab'],
  ['tag:"late order" tag:"late', 1, 'tag:"late order"'],
  ['order OR from:us late', 0, 'order late'],
  ['from:us OR tag:a', 0, 'tag:a'],
  ['"two  spaces" from:us', 0, '"two  spaces"'],
])('%s without filter %i is %s', (typed, n, left) => {
  const filter = parseMessageQuery(typed).filters[n];
  expect(filter && withoutFilter(typed, filter)).toBe(left);
});

test.each([
  [{ year: 2024 }, '2024-01-01'],
  [{ year: 2024, month: 5 }, '2024-05-01'],
  [{ year: 2024, month: 5, day: 31 }, '2024-05-31'],
  [{ ago: 0, unit: 'd' }, '2026-11-28'],
  [{ ago: 7, unit: 'd' }, '2026-11-21'],
  [{ ago: 2, unit: 'w' }, '2026-11-14'],
  [{ ago: 12, unit: 'm' }, '2025-11-28'],
  [{ ago: 1, unit: 'y' }, '2025-11-28'],
] as const)('%j begins on %s', (date, day) => {
  const today = Date.UTC(2026, 10, 28) / DAY_MS;
  expect(new Date(toSearchDay(date, today) * DAY_MS).toISOString().slice(0, 10)).toBe(day);
});
