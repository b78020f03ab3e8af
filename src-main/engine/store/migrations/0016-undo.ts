/**
 * What an activity changed, so that it can be undone: the columns of its conversation before and after, as JSON. Null where there
 * is nothing to undo, and for all activities of earlier versions.
 */
export const undo = {
  version: 16,
  sql: 'ALTER TABLE activities ADD COLUMN undo TEXT;',
} as const;
