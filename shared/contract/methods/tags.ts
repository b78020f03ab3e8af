import { z } from 'zod';
import { Tag, TagColour, TagName } from '../../domain/tag.ts';
import { byId, id, none } from './inputs.ts';
import { method } from './method.ts';

/** Tags: what they are called and how they look. `conversations.tag` puts them on conversations. */
export const tagsMethods = {
  'tags.list': method('query', 'Lists all tags by name, with the number of conversations that carry each.', {
    input: none,
    output: z.object({ items: z.array(Tag) }),
  }),
  'tags.create': method(
    'command',
    'Creates a tag; Perch chooses the colour when it is absent. Fails with `tagNameTaken` if the search takes its name for that of another tag, as "Urgent" for "ürgent".',
    {
      input: z.strictObject({ name: TagName, colour: TagColour.optional() }),
      output: Tag,
    },
  ),
  'tags.update': method(
    'command',
    'Renames a tag or changes its colour, on all conversations that carry it. Fails with `tagNameTaken`.',
    {
      input: z.strictObject({ id, name: TagName.optional(), colour: TagColour.optional() }),
      output: Tag,
    },
  ),
  'tags.delete': method('command', 'Deletes a tag and takes it off all conversations. It cannot be undone.', {
    input: byId,
    output: z.object({
      /** How many conversations carried it. */
      conversations: z.number().int(),
    }),
  }),
} as const;
