import { useState } from 'react';
import type { Tag } from '#shared/domain/tag.ts';
import { useEngineCommand } from '../engine/hooks.ts';
import { useUi } from '../state/ui.ts';
import { useAreTagsPending, useTags } from '../workspace/useTags.ts';

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

interface Source {
  readonly isPending: boolean;
  readonly isOn: (tag: string) => boolean;
  /** Puts a tag on or takes it off; resolves to whether that worked. */
  readonly put: (tag: NamedTag, on: boolean) => Promise<boolean>;
}

/** All tags, and which are on; what was chosen is shown before the engine has it. */
export function useChosenTags({ isPending, isOn: isStored, put }: Source): ChosenTags {
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
