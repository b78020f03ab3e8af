/** What is known of the person of a conversation. */
export function PersonPane({ id }: { readonly id: string }) {
  return <div data-conversation={id} />;
}
