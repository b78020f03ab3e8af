/** X's codes that say that a text has no language, or that X does not know it. */
const unnamed = ['und', 'zxx', 'art', 'qam', 'qct', 'qht', 'qme', 'qst'] as const;

/** SQL: X's code of the language of a text; NULL if X named none. */
export const namedLanguage = (column: string): string =>
  `iif(${column} IN (${unnamed.map((code) => `'${code}'`).join(', ')}), NULL, ${column})`;

/** X's code of the language of a text; null if X named none. */
export const toNamedLanguage = (code: string | null): string | null =>
  unnamed.some((other) => other === code) ? null : code;

/** Among so many of their newest messages, the newest in a named language tells what the person speaks. */
const LATEST = 10;

/** SQL: the language of a conversation's person; NULL if X named none lately, as for private messages. */
export const spokenIn = (conversationId: string): string =>
  `SELECT lang FROM (SELECT id, ${namedLanguage('lang')} AS lang FROM messages
    WHERE conversation_id = ${conversationId} AND role = 'wanted' ORDER BY id DESC LIMIT ${LATEST}) latest
  WHERE lang IS NOT NULL ORDER BY id DESC LIMIT 1`;
