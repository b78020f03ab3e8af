/** Nobody asks for people by when they changed any more, but each change paid for the index. */
export const peopleIndex = {
  version: 47,
  sql: 'DROP INDEX people_updated;',
} as const;
