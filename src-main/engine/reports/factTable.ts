import type { WorkHistory } from '../store/workHistories.ts';
import { addRow, codeOf, codes, leaveOut, readRow, type Span, toFlags } from './factSpan.ts';
import { createPool, type Pool } from './pool.ts';
import type { WorkFact } from './walkConversation.ts';

/** What is the same for all facts of a conversation, by column. One that is counted again has a new place, after all others. */
interface Conversations {
  /** Null for one that does not count any more. */
  readonly ids: (string | null)[];
  /** Places in `languages` and in `tagSets`. */
  readonly language: number[];
  readonly tagSet: number[];
  /** When the first message and the last of all became known. */
  readonly firstKnown: number[];
  readonly lastKnown: number[];
}

/** The facts of conversations. Change it with `putConversation` and `dropConversation` only. */
export interface FactTable {
  /** Those of each figure, by its code. */
  readonly spans: readonly Span[][];
  conversations: Conversations;
  readonly places: Map<string, number>;
  /** Who replied or resolved, null for nobody with Perch; languages; and the ids of tags that some conversation has together. */
  readonly agents: Pool<string | null>;
  readonly languages: Pool<string | null>;
  readonly tagSets: Pool<readonly string[]>;
  /** How many rows there are, and how many of them do not count any more. */
  count: number;
  left: number;
  /** The times of the earliest and the latest fact that there ever were. */
  earliest: number;
  latest: number;
  /** When the last of all facts that there ever were became known. */
  lastKnown: number;
}

export const createFactTable = (): FactTable => ({
  spans: codes.map(() => []),
  conversations: { ids: [], language: [], tagSet: [], firstKnown: [], lastKnown: [] },
  places: new Map(),
  agents: createPool((id) => id),
  languages: createPool((language) => language),
  tagSets: createPool((ids) => ids.join(' ')),
  count: 0,
  left: 0,
  earliest: Number.POSITIVE_INFINITY,
  latest: Number.NEGATIVE_INFINITY,
  lastKnown: Number.NEGATIVE_INFINITY,
});

/** Puts the facts of a conversation in the place of those that it had. */
export function putConversation(table: FactTable, history: WorkHistory, facts: readonly WorkFact[]): void {
  const { conversationId: id, language, tags, known } = history;
  dropConversation(table, id);
  if (known === null) return;
  const { conversations } = table;
  const place = conversations.ids.push(id) - 1;
  conversations.language.push(table.languages.placeOf(language));
  conversations.tagSet.push(table.tagSets.placeOf(tags));
  conversations.firstKnown.push(known.first);
  conversations.lastKnown.push(known.last);
  for (const fact of facts) addFact(table, place, fact);
  table.lastKnown = Math.max(table.lastKnown, known.last);
  table.places.set(id, place);
}

/** Takes the facts of a conversation out; nothing happens if it has none. */
export function dropConversation(table: FactTable, id: string): void {
  const place = table.places.get(id);
  if (place === undefined) return;
  for (const spans of table.spans) table.left += leaveOut(spans, place);
  table.places.delete(id);
  table.conversations.ids[place] = null;
}

function addFact(table: FactTable, conversation: number, fact: WorkFact): void {
  const { at } = fact;
  const code = codeOf[fact.figure];
  const agent = table.agents.placeOf(fact.agent);
  const row = { at, conversation, ms: fact.ms ?? Number.NaN, agent, flags: toFlags(fact) };
  addRow(table.spans[code] ?? [], code, row);
  table.count += 1;
  table.earliest = Math.min(table.earliest, at);
  table.latest = Math.max(table.latest, at);
}

/** Fewer rows are not worth the copying. */
const FEWEST_LEFT = 10_000;

/** Takes the rows and the conversations out that do not count any more, if they are most of the rows. */
export function compact(table: FactTable): void {
  if (table.left < FEWEST_LEFT || table.left < table.count / 2) return;
  const places = compactConversations(table);
  for (const [code, spans] of table.spans.entries()) {
    for (const span of spans.splice(0)) {
      for (let n = 0; n < span.count; n += 1) {
        const row = readRow(span, n);
        if (row) addRow(spans, code, { ...row, conversation: places[row.conversation] ?? 0 });
      }
    }
  }
  table.count -= table.left;
  table.left = 0;
}

/** Takes the conversations out that do not count any more. Returns the new places of the others by those that they had. */
function compactConversations(table: FactTable): Int32Array {
  const { ids, language, tagSet, firstKnown, lastKnown } = table.conversations;
  const kept = ids.flatMap((id, place) => (id === null ? [] : [place]));
  const keep = <T>(column: readonly T[]) => kept.map((place) => column[place] as T);
  table.conversations = {
    ids: keep(ids),
    language: keep(language),
    tagSet: keep(tagSet),
    firstKnown: keep(firstKnown),
    lastKnown: keep(lastKnown),
  };
  const places = new Int32Array(ids.length);
  for (const [place, before] of kept.entries()) places[before] = place;
  for (const [id, before] of table.places) table.places.set(id, places[before] ?? 0);
  return places;
}

/** The id of the agent of a row; null for nobody. */
export const agentOf = ({ agents }: FactTable, { agent }: Span, row: number): string | null =>
  agents.values[agent[row] ?? 0] ?? null;

/** The id of the conversation of a row. */
export const conversationOf = ({ conversations }: FactTable, { conversation }: Span, row: number): string =>
  conversations.ids[conversation[row] ?? 0] ?? '';
