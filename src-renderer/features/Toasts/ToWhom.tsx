import { useEngineQuery } from '../../engine/hooks.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { toName } from '../../ui/shownName.ts';
import { newestPage } from '../../workspace/useHistory.ts';

/** The person of a conversation behind the words of a toast; nothing until that is known. */
export function ToWhom({ conversationId }: { readonly conversationId: string }) {
  const { data } = useEngineQuery('conversations.get', newestPage(conversationId));
  if (!data) return null;
  return (
    <>
      {' · '}
      <Bidi text={toName(data.conversation.person)} cap={60} />
    </>
  );
}
