/** The open conversation: its timeline and the composer. */
export function ConversationPane({ id }: { readonly id: string }) {
  return <div data-conversation={id} />;
}
