/** What a table holds, in the words of an agent. */
const partOf = {
  messages: 'messages',
  contexts: 'messages',
  earlier_texts: 'messages',
  post_versions: 'messages',
  parents: 'messages',
  quote_counts: 'messages',
  moderation: 'messages',
  dm_media: 'media',
  conversations: 'conversations',
  people: 'people',
  approvals: 'replies',
  outbox: 'replies',
  handovers: 'replies',
  drafts: 'drafts',
  note_drafts: 'drafts',
  notes: 'notes',
  note_mentions: 'notes',
  tags: 'tags',
  conversation_tags: 'tags',
  activities: 'activities',
  saved_searches: 'searches',
  hits: 'searches',
  calls: 'costs',
  charged_today: 'costs',
} as const;

type Part = (typeof partOf)[keyof typeof partOf] | 'other';

/** The parts of a workspace that some tables of its store belong to, each once, what else there is at the end. */
export function toSalvagedParts(tables: readonly string[]): readonly Part[] {
  const parts = tables.map((table) => (isKnown(table) ? partOf[table] : 'other'));
  const known = [...new Set(Object.values(partOf))].filter((part) => parts.includes(part));
  return parts.includes('other') ? [...known, 'other'] : known;
}

const isKnown = (table: string): table is keyof typeof partOf => Object.hasOwn(partOf, table);
