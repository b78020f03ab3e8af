import { expect, test } from 'vitest';
import { codeOf, rowsByTime } from '#engine/reports/factSpan.ts';
import {
  compact,
  conversationOf,
  createFactTable,
  dropConversation,
  type FactTable,
  putConversation,
} from '#engine/reports/factTable.ts';
import { countBacklog, forEachRows, listBacklog } from '#engine/reports/forEachRows.ts';
import type { WorkFact } from '#engine/reports/walkConversation.ts';
import type { WorkFacts } from '#engine/reports/workFacts.ts';
import type { WorkHistory } from '#engine/store/workHistories.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';

/** So many conversations have facts of each figure in several spans. */
const CONVERSATIONS = 9_000;

const isOpenAt = (facts: readonly WorkFact[], at: number) => {
  const changes = facts.filter((fact) => fact.figure === 'unresolved' || fact.figure === 'notUnresolved');
  return changes.filter((fact) => fact.at <= at).at(-1)?.figure === 'unresolved';
};

/** A conversation that begins an hour after the one before; each seventh is open for a hundred days, each fifth never resolved. */
function factsOf(n: number, shift = 0): WorkFact[] {
  const at = n * HOUR_MS + shift;
  const none = {
    channel: 'public',
    agent: null,
    ms: null,
    target: null,
    isFromLibrary: false,
    isFromReply: false,
  } as const;
  const facts: WorkFact[] = [
    { ...none, figure: 'opened', at },
    { ...none, figure: 'unresolved', at },
    { ...none, figure: 'received', at: at + 1 },
  ];
  if (n % 5 === 0) return facts;
  const end = at + (n % 7 === 0 ? 100 * DAY_MS : HOUR_MS);
  return [
    ...facts,
    { ...none, figure: 'resolved', at: end, ms: (n * 7_919) % 1_009 },
    { ...none, figure: 'notUnresolved', at: end },
  ];
}

function history(n: number): WorkHistory {
  const known = { first: 0, last: 0 };
  const nothing = { messages: [], events: [], targets: [] };
  return { conversationId: `c${n}`, channel: 'public', language: null, tags: [], known, ...nothing };
}

/** A table in which conversations were changed and erased after they had been counted, and their facts. */
function changedTable(): { readonly table: FactTable; readonly facts: Map<string, readonly WorkFact[]> } {
  const table = createFactTable();
  const facts = new Map<string, readonly WorkFact[]>();
  const put = (n: number, of: readonly WorkFact[]) => {
    putConversation(table, history(n), of);
    facts.set(`c${n}`, of);
  };
  for (let n = 0; n < CONVERSATIONS; n += 1) put(n, factsOf(n));
  for (let n = 0; n < CONVERSATIONS; n += 3) put(n, factsOf(n, 2 * HOUR_MS));
  for (let n = 0; n < CONVERSATIONS; n += 11) {
    dropConversation(table, `c${n}`);
    facts.delete(`c${n}`);
  }
  return { table, facts };
}

const weeks = [0, 10, 1_000, 2_345, CONVERSATIONS].map((n) => ({
  from: n * HOUR_MS,
  to: n * HOUR_MS + 7 * DAY_MS,
}));
/** In the last are whole spans. */
const periods = [...weeks, { from: 0, to: 2 * CONVERSATIONS * HOUR_MS }];

/** Fails unless every period has the facts and the backlog of these conversations. */
function expectCounts(counted: WorkFacts, facts: ReadonlyMap<string, readonly WorkFact[]>): void {
  for (const { from, to } of periods) {
    const listAll = (figure: 'opened' | 'received' | 'resolved') => {
      const found: string[] = [];
      forEachRows(counted, codeOf[figure], { from, to }, (span, rows, table) => {
        for (const row of rows) found.push(`${conversationOf(table, span, row)} ${span.at[row]}`);
      });
      return found.toSorted();
    };
    for (const figure of ['opened', 'received', 'resolved'] as const) {
      const expected = [...facts].flatMap(([id, of]) =>
        of.flatMap((fact) =>
          fact.figure === figure && fact.at >= from && fact.at < to ? `${id} ${fact.at}` : [],
        ),
      );
      expect(listAll(figure)).toEqual(expected.toSorted());
    }
    const open = [...facts].flatMap(([id, of]) => (isOpenAt(of, to - 1) ? id : []));
    expect(countBacklog(counted, 'unresolved', to)).toBe(open.length);
    expect(listBacklog(counted, 'unresolved', to).toSorted()).toEqual(open.toSorted());
  }
}

test('periods have their facts and backlog, whichever rows are passed over', () => {
  const { table, facts } = changedTable();
  expect(table.spans[codeOf.opened]?.length).toBeGreaterThan(2);
  expectCounts([{ table, isLeftOut: null }], facts);
});

test('so they have once the rows are gone that do not count any more', () => {
  const { table, facts } = changedTable();
  for (let n = 0; n < CONVERSATIONS; n += 2) {
    dropConversation(table, `c${n}`);
    facts.delete(`c${n}`);
  }
  for (let n = 1; n < CONVERSATIONS; n += 4) {
    putConversation(table, history(n), factsOf(n, HOUR_MS));
    facts.set(`c${n}`, factsOf(n, HOUR_MS));
  }
  const before = table.count;
  compact(table);
  expect(table.count).toBeLessThan(before);
  expectCounts([{ table, isLeftOut: null }], facts);
});

test('conversations that are left out count nowhere', () => {
  const { table, facts } = changedTable();
  const { ids } = table.conversations;
  const isLeftOut = Uint8Array.from(ids, (_, place) => (place % 2 === 0 ? 1 : 0));
  for (const [place, id] of ids.entries()) if (id !== null && place % 2 === 0) facts.delete(id);
  expectCounts([{ table, isLeftOut }], facts);
});

test('the rows of a span are sorted by how long they took, and again once there are more', () => {
  const { table } = changedTable();
  const spans = table.spans[codeOf.resolved] ?? [];
  const expectSorted = () => {
    for (const span of spans) {
      const rows = [...rowsByTime(span)];
      expect(rows.toSorted((a, b) => a - b)).toEqual([...Array(span.count).keys()]);
      const times = rows.map((row) => span.ms[row] ?? 0);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  };
  expectSorted();
  putConversation(table, history(1), factsOf(1, 3 * HOUR_MS));
  expectSorted();
});
