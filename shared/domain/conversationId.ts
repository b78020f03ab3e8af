/**
 * The id of the conversation that the message with this X id opens, such as `c2124713518220443648`. It follows from the
 * message, so every computer that threads the same messages arrives at the same ids.
 */
export function toConversationId(firstMessageXId: string): string {
  return `c${firstMessageXId}`;
}
