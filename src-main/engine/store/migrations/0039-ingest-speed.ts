/** Columns that may have one of several values, in the tables into which messages and replies go. */
const chosen: readonly (readonly [table: string, column: string, values: readonly string[]])[] = [
  ['messages', 'role', ['wanted', 'own', 'context']],
  ['messages', 'reason', ['mention', 'reply', 'quote', 'dm', 'keyword']],
  ['conversations', 'reason', ['mention', 'reply', 'quote', 'dm', 'keyword']],
  ['conversations', 'set_status', ['open', 'pending', 'resolved']],
  ['conversations', 'status', ['new', 'open', 'pending', 'resolved']],
  ['conversations', 'view', ['open', 'pending', 'snoozed', 'resolved']],
  ['outbox', 'state', ['held', 'stopped', 'queued', 'sending', 'sent', 'refused', 'unknown']],
  ['outbox', 'stop_reason', ['newMessage', 'answeredElsewhere', 'longWait']],
  ['outbox', 'state', ['stopped', 'queued', 'sending', 'refused']],
  ['outbox', 'state', ['queued', 'sending', 'refused']],
];

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

function rewritten([table, column, values]: (typeof chosen)[number]): string {
  const before = `${column} IN (${values.map(quoted).join(', ')})`;
  // What follows it is a closing parenthesis or another OR.
  const after = values.map((value) => `${column} = ${quoted(value)}`).join(' OR ');
  return `UPDATE sqlite_schema SET sql = replace(sql, ${quoted(before)}, ${quoted(after)}) WHERE type = 'table' AND name = '${table}';`;
}

/**
 * Makes storing cheaper. For a list of more than two constants SQLite builds a temporary b-tree each time a row is checked, so that
 * checks compare with each value instead. They allow what they allowed, so that no row has to be written again:
 * https://www.sqlite.org/lang_altertable.html#making_other_kinds_of_table_schema_changes
 *
 * Every message moves its conversation in each index that has `last_at`. All conversations in order are those of the four views in turn,
 * and the few of a person need no order.
 */
export const ingestSpeed = {
  version: 39,
  rewritesSchema: true,
  sql: `PRAGMA writable_schema = ON;
${chosen.map(rewritten).join('\n')}
PRAGMA writable_schema = RESET;
DROP INDEX conversations_last;
DROP INDEX conversations_person;
CREATE INDEX conversations_person ON conversations (person_id);`,
} as const;
