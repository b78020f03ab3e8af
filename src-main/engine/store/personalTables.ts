const person = 'person_id = :id';
const conversation = 'conversation_id IN (SELECT id FROM conversations WHERE person_id = :id)';
const message = 'message_id IN (SELECT id FROM messages WHERE person_id = :id)';

/**
 * The tables that say something about a person, and which of their rows are about the person with X's id `:id`. The words of messages and notes are
 * in the search indexes, too.
 */
export const personalTables = {
  people: 'x_id = :id',
  conversations: person,
  messages: person,
  contexts: person,
  unindexed: message,
  earlier_texts: message,
  post_versions: message,
  post_mentions: message,
  dm_media: message,
  quote_counts: message,
  parents: person,
  hits: message,
  unread_hits: message,
  hidden_hits: message,
  moderation: `x_id = :id OR x_id IN (SELECT x_id FROM messages WHERE kind = 'post' AND person_id = :id)`,
  quarantine: `instr(item, '"' || :id || '"') > 0`,
  conversation_tags: conversation,
  notes: conversation,
  note_mentions: conversation,
  note_drafts: conversation,
  drafts: conversation,
  approvals: person,
  outbox: person,
  canned_uses: conversation,
  handovers: person,
  exchanges: conversation,
  exchange_queue: conversation,
  surveys: person,
  survey_messages: 'survey_id IN (SELECT id FROM surveys WHERE person_id = :id)',
  survey_responses: message,
  imported_messages: message,
  survey_opt_outs: person,
  vips: person,
  activities: `${conversation} OR (conversation_id IS NULL AND iif(json_valid(facts), facts ->> 'personId', NULL) = :id)`,
  calls: conversation,
} as const satisfies Readonly<Record<string, string>>;

/** The tables that say nothing about single people: the account, colleagues, settings, figures and texts for everybody. */
export const impersonalTables: readonly string[] = [
  'account',
  'agents',
  'answer_bands',
  'answers',
  'archive_imports',
  'canned_responses',
  'capture_clock',
  'charged_today',
  'dismissed_proposals',
  'erasures',
  'exchange_index',
  'facets',
  'gaps',
  'linked_addresses',
  'network_contacts',
  'past_searches',
  'rate_limits',
  'reply_files',
  'saved_searches',
  'saved_views',
  'search_index',
  'settings',
  'sources',
  'tags',
];
