import { useEngineQuery } from '../../engine/hooks.ts';
import { usePicked } from '../../state/picked.ts';
import { type ChosenTags, useChosenTags } from '../../tagging/useChosenTags.ts';
import { useBulkActions } from '../../workspace/useBulkActions.ts';
import { useConversationActions } from '../../workspace/useConversationActions.ts';
import { newestPage } from '../../workspace/useHistory.ts';

/** The tags of a conversation. */
export function useTagsOfOne(id: string): ChosenTags {
  const { data, isPending } = useEngineQuery('conversations.get', newestPage(id));
  const actions = useConversationActions();
  return useChosenTags({
    isPending,
    isOn: (tag) => data?.conversation.tags.includes(tag) ?? false,
    put: (tag, on) => actions.tag({ id, ...(on ? { add: [tag.id] } : { remove: [tag.id] }) }, tag.name),
  });
}

/** The tags of all conversations that are picked: those are on that each of them has. */
export function useTagsOfPicked(): ChosenTags {
  const ids = [...usePicked(({ picks }) => picks).keys()];
  const { data, isPending } = useEngineQuery(
    'conversations.list',
    { view: 'all', ids },
    { enabled: ids.length > 0 },
  );
  const { tagPicked } = useBulkActions();
  const rows = data?.items ?? [];
  return useChosenTags({
    isPending,
    isOn: (tag) => rows.length > 0 && rows.every(({ tags }) => tags.includes(tag)),
    put: (tag, on) => tagPicked(tag.id, on),
  });
}
