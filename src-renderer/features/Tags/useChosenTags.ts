import { useState } from 'react';
import type { Tag } from '#shared/domain/tag.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { usePicked } from '../../state/picked.ts';
import { useUi } from '../../state/ui.ts';
import { useBulkActions } from '../../workspace/useBulkActions.ts';
import { useConversationActions } from '../../workspace/useConversationActions.ts';
import { newestPage } from '../../workspace/useHistory.ts';
import { useAreTagsPending, useTags } from '../../workspace/useTags.ts';

type NamedTag = Pick<Tag, 'id' | 'name'>;

/** The tags that can be chosen, and which are on. */
export interface ChosenTags {
  readonly tags: readonly Tag[];
  /** True until it is known which are on. */
  readonly isPending: boolean;
  isOn(tag: string): boolean;
  toggle(tag: Tag): Promise<void>;
  /** Creates a tag with this name and puts it on. */
  create(name: string): Promise<void>;
}

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

interface Source {
  readonly isPending: boolean;
  readonly isOn: (tag: string) => boolean;
  /** Puts a tag on or takes it off; resolves to whether that worked. */
  readonly put: (tag: NamedTag, on: boolean) => Promise<boolean>;
}

/** What was chosen is shown before the engine has it. */
function useChosenTags({ isPending, isOn: isStored, put }: Source): ChosenTags {
  const tags = useTags();
  const areTagsPending = useAreTagsPending();
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const createTag = useEngineCommand('tags.create', { quiet: true });
  const isOn = (tag: string) => chosen.get(tag) ?? isStored(tag);
  const choose = (tag: string, on: boolean) => setChosen((before) => new Map(before).set(tag, on));

  const set = async (tag: NamedTag, on: boolean) => {
    choose(tag.id, on);
    if (!(await put(tag, on))) choose(tag.id, !on);
  };
  const create = async (name: string) => {
    const made = await createTag({ name });
    if (made.ok) return set(made.value, true);
    // Somebody else has just created it.
    if (made.error.code === 'tagNameTaken') return set(made.error, true);
    useUi.getState().notify(made.error);
  };
  return {
    tags,
    isPending: isPending || areTagsPending,
    isOn,
    toggle: (tag) => set(tag, !isOn(tag.id)),
    create,
  };
}
