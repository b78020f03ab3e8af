import type { TypedFilter } from '#shared/domain/messageQuery.ts';
import type { SearchFilter, SearchProblem } from '#shared/domain/searchFilter.ts';
import { foldName } from '#shared/foldText.ts';
import { findAgentId, getCurrentAgent, listAgents } from '../store/agents.ts';
import type { SqlPart } from '../store/filteredMessages.ts';
import { getHolderOf } from '../store/namedPeople.ts';
import type { Db } from '../store/open.ts';
import { findTagNamed } from '../store/tags.ts';

/** What a filter other than a date asks of a message. */
export interface FilterCondition {
  /** On `m`, the message, and `c`, its conversation if it has one. */
  readonly condition: SqlPart;
  /** Selects the ids of all conversations with such messages, by an index. */
  readonly conversations?: SqlPart;
  /** The only person in whose history such messages are. */
  readonly person?: string;
}

/** The condition of a filter, or the problem that nobody and nothing has its name. */
export function toCondition(db: Db, filter: UndatedFilter): FilterCondition | SearchProblem {
  switch (filter.operator) {
    case 'from':
    case 'to':
      return toPersonCondition(db, filter);
    case 'agent':
      return toAgentCondition(db, filter.name);
    case 'tag': {
      const tag = findTagNamed(db, filter.name);
      if (!tag) return { operator: 'tag', value: filter.name, reason: 'unknown' };
      return inConversations('SELECT conversation_id AS id FROM conversation_tags WHERE tag_id = ?', tag.id);
    }
    case 'score':
      return inConversations(
        `SELECT conversation_id AS id FROM surveys WHERE score ${filter.comparison} ?`,
        filter.score,
      );
    case 'lang':
      return { condition: { text: 'm.lang = ?', values: [filter.lang] } };
    case 'status':
      return { condition: statuses[filter.value] };
    case 'priority':
      return { condition: { text: 'c.priority = ?', values: [filter.value] } };
    case 'kind':
      return { condition: toKind(filter.value) };
    case 'has':
      return parts[filter.value];
  }
}

/** The filters that are conditions on messages; dates are ranges of them. */
export type UndatedFilter = Exclude<SearchFilter, { readonly operator: 'before' | 'after' }>;

export const isUndated = (typed: TypedFilter): typed is TypedFilter & { readonly filter: UndatedFilter } =>
  typed.filter.operator !== 'before' && typed.filter.operator !== 'after';

function toPersonCondition(
  db: Db,
  { operator, name }: Extract<SearchFilter, { readonly operator: 'from' | 'to' }>,
): FilterCondition | SearchProblem {
  const isFrom = operator === 'from';
  if (name.toLowerCase() === 'us') {
    return { condition: { text: `m.role = ?`, values: [isFrom ? 'own' : 'wanted'] } };
  }
  const person = getHolderOf(db, name);
  if (person === null) return { operator, value: name, reason: 'unknown' };
  const text = isFrom ? 'm.author_id = ?' : `m.person_id = ? AND m.role = 'own'`;
  return { condition: { text, values: [person] }, person };
}

function toAgentCondition(db: Db, name: string): FilterCondition | SearchProblem {
  const lower = name.toLowerCase();
  if (lower === 'nobody') return { condition: { text: 'c.id IS NOT NULL AND c.agent IS NULL', values: [] } };
  const named = listAgents(db).find((agent) => foldName(agent.name) === foldName(name));
  const id = lower === 'me' ? getCurrentAgent(db).id : (findAgentId(db, name) ?? named?.id);
  if (id === undefined) return { operator: 'agent', value: name, reason: 'unknown' };
  return { condition: { text: 'c.agent = ?', values: [id] } };
}

const inConversations = (select: string, ...values: SqlPart['values']): FilterCondition => ({
  condition: { text: `m.conversation_id IN (${select})`, values },
  conversations: { text: select, values },
});

const sql = (text: string): SqlPart => ({ text, values: [] });

const statuses = {
  new: sql(`c.status = 'new'`),
  open: sql(`c.view = 'open'`),
  pending: sql(`c.view = 'pending'`),
  snoozed: sql(`c.view = 'snoozed'`),
  resolved: sql(`c.view = 'resolved'`),
} as const;

const toKind = (kind: string): SqlPart => ({
  text: kind === 'post' || kind === 'dm' ? 'm.kind = ?' : 'm.reason = ?',
  values: [kind],
});

const parts = {
  media: { condition: sql(`m.media <> '[]'`) },
  link: { condition: sql(`m.links <> '[]'`) },
  survey: inConversations('SELECT conversation_id AS id FROM surveys'),
  note: inConversations('SELECT conversation_id AS id FROM notes WHERE deleted_at IS NULL'),
} as const;
