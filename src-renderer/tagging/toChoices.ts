import { type Tag, TagName, toTagKey } from '#shared/domain/tag.ts';

/** The value of the choice that creates a tag; no id of a tag. */
export const newTag = 'new';

/** So many are drawn; who has more finds the others by typing. */
const MOST = 100;

/** The tags whose names contain what was typed, folded as the search does; and whether it can be the name of a new one. */
export function toChoices(tags: readonly Tag[], text: string) {
  const typed = toTagKey(text);
  const found = tags.filter(({ name }) => toTagKey(name).includes(typed)).slice(0, MOST);
  const isTaken = tags.some(({ name }) => toTagKey(name) === typed);
  return { found, isNew: !isTaken && TagName.safeParse(text).success };
}
