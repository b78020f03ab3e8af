/** The id of a row's element, so that the list can point to it. */
export function toRowId(conversationId: string): string {
  return `row-${conversationId}`;
}
