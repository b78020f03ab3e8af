import { useUi } from '../../state/ui.ts';
import { ConversationPane } from '../Conversation/ConversationPane.tsx';
import { PersonPane } from '../Person/PersonPane.tsx';

/** The panes of an open workspace. */
export function Frame() {
  const selectedId = useUi((state) => state.selectedId);
  if (selectedId === null) return null;
  return (
    <>
      <ConversationPane id={selectedId} key={selectedId} />
      <PersonPane id={selectedId} />
    </>
  );
}
