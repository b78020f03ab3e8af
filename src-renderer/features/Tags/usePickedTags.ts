import { useState } from 'react';
import type { Tag } from '#shared/domain/tag.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { useConversationActions } from '../../workspace/useConversationActions.ts';
import { newestPage } from '../../workspace/useHistory.ts';
import { useTags } from '../../workspace/useTags.ts';

/** The tags of a conversation while they are chosen. What was chosen is shown before the engine has it. */
export function usePickedTags(id: string) {
  const tags = useTags();
  const { data } = useEngineQuery('conversations.get', newestPage(id));
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const actions = useConversationActions();
  const createTag = useEngineCommand('tags.create', { quiet: true });
  const isOn = (tag: string) => chosen.get(tag) ?? data?.conversation.tags.includes(tag) ?? false;
  const choose = (tag: string, on: boolean) => setChosen((before) => new Map(before).set(tag, on));

  const set = async (tag: Pick<Tag, 'id' | 'name'>, on: boolean) => {
    choose(tag.id, on);
    const done = await actions.tag({ id, ...(on ? { add: [tag.id] } : { remove: [tag.id] }) }, tag.name);
    if (!done) choose(tag.id, !on);
  };
  const create = async (name: string) => {
    const made = await createTag({ name });
    if (made.ok) return set(made.value, true);
    // Somebody else has just created it.
    if (made.error.code === 'tagNameTaken') return set(made.error, true);
    useUi.getState().notify(made.error);
  };
  return { tags, isOn, toggle: (tag: Tag) => set(tag, !isOn(tag.id)), create };
}
