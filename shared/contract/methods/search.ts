import { z } from 'zod';
import { Conversation } from '../../domain/conversation.ts';
import { Message } from '../../domain/message.ts';
import { Note } from '../../domain/note.ts';
import { SearchText } from '../../domain/pastSearch.ts';
import { PersonSummary } from '../../domain/person.ts';
import { SearchProblem } from '../../domain/searchFilter.ts';
import { id, limit, none } from './inputs.ts';
import { method } from './method.ts';

/** How far the search index is built. It is complete if both numbers are equal. */
const IndexStatus = z.object({ indexed: z.number().int(), total: z.number().int() });

/** Searching what is stored. */
export const searchMethods = {
  'search.messages': method(
    'query',
    'Searches the words of every stored message; OR, -word and the filters `from:`, `to:`, `agent:`, `tag:`, `status:`, `kind:`, `lang:`, `has:`, `before:`, `after:` and `score:` narrow it.',
    {
      input: z.strictObject({
        text: SearchText,
        limit: limit.default(50),
        after: z.string().optional(),
        /** By default the newest come first. `best` puts those first that have the rarest of the words and little else, comparing 4,000 at a time. */
        order: z.enum(['newest', 'best']).optional(),
      }),
      output: z.object({
        items: z.array(
          z.object({
            message: Message.describe(
              'its texts only up to 300 characters; `conversations.get` has all of them',
            ),
            conversationId: z.string().nullable(),
            /** The person of that conversation, in whose history the message is. */
            person: PersonSummary.nullable(),
            /** The text around the match; matched words are enclosed in \u0002 and \u0003. At most 600 characters. */
            snippet: z.string(),
          }),
        ),
        /** Set if more may follow, also after a page without a hit: rare ones are looked for among so many messages at a time, words among the newest 200,000 first. */
        next: z.string().optional(),
        /** On the first page: how many messages match, as far as they are counted. */
        total: z.number().int().optional(),
        /** Beside `total`: false if more may match. */
        totalIsExact: z.boolean().optional(),
        /** How long the engine took, in milliseconds. */
        tookMs: z.number(),
        /** Set while older messages are not in the search index yet; see `search.status`. */
        incomplete: z.literal(true).optional(),
        /** The filters that were left out because of their value, and those for names that nobody and nothing has. */
        problems: z.array(SearchProblem).optional(),
        /** The text with its words spelled as messages have them; set on a last page without a hit, if something else may be found. */
        didYouMean: z.string().optional(),
      }),
    },
  ),
  'search.history': method(
    'query',
    "Searches the words of every stored message in the history of a conversation's person, newest first; at most 10,000 messages.",
    {
      input: z.strictObject({ conversationId: id, text: SearchText }),
      output: z.object({
        items: z.array(z.object({ messageId: z.string(), at: z.number() })),
        /** Set while older messages are not in the search index yet; see `search.status`. */
        incomplete: z.literal(true).optional(),
      }),
    },
  ),
  'search.notes': method(
    'query',
    'Searches the words of every note, newest first. Filters apply to its conversation, dates to itself; what only messages have, such as `from:` and `lang:`, no note has.',
    {
      input: z.strictObject({
        text: SearchText,
        limit: limit.default(20),
        after: z.string().optional(),
      }),
      output: z.object({
        items: z.array(
          z.object({
            note: Note.describe('its text only up to 300 characters; `conversations.get` has all of it'),
            /** The text around the match, as in `search.messages`. */
            snippet: z.string(),
          }),
        ),
        next: z.string().optional(),
      }),
    },
  ),
  'search.tagged': method(
    'query',
    'Finds conversations by the names of their tags, which contain all words; the newest conversations first.',
    {
      input: z.strictObject({ text: z.string().trim().min(1).max(200), limit: limit.default(10) }),
      output: z.object({ items: z.array(Conversation) }),
    },
  ),
  'search.status': method(
    'query',
    'Returns how many messages the search index has, of how many; `search.indexing` notifies of progress.',
    { input: none, output: IndexStatus },
  ),
  'search.prepare': method(
    'query',
    'Reads the names of people into memory, so that the first `search.quick` need not; responds once it can be asked.',
    { input: none, output: none },
  ),
  'search.quick': method(
    'query',
    'Finds people and their newest conversation by name or handle; tolerates typing errors.',
    {
      input: z.strictObject({ text: z.string().trim().min(1).max(200), limit: limit.default(10) }),
      output: z.object({ items: z.array(Conversation) }),
    },
  ),
} as const;
