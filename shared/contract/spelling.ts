import { z } from 'zod';
import { Language } from '../domain/language.ts';
import { Word } from '../domain/spellingPreferences.ts';
import { MAX_CHECKED_WORDS } from '../wordLimits.ts';
import { none } from './methods/inputs.ts';
import { method } from './methods/method.ts';

/** The methods of the shell about spelling. On macOS, whose system checks it, they do nothing. */
export const spellingMethods = {
  'spelling.use': method(
    'command',
    'Sets in which language the field that has the focus is written, and which names are no errors in it. Null is any other language, in which nothing is an error.',
    {
      input: z.strictObject({ language: Language.nullable(), names: z.array(z.string().max(200)).max(100) }),
      output: none,
    },
  ),
  'spelling.check': method('query', 'Returns those of the words that are misspelled.', {
    input: z.strictObject({ words: z.array(Word).max(MAX_CHECKED_WORDS) }),
    output: z.object({ wrong: z.array(z.string()) }),
  }),
  'spelling.state': method(
    'query',
    'Returns the languages whose dictionary could not be read, and in which nothing is checked until Perch starts again.',
    { input: none, output: z.object({ unreadable: z.array(Language) }) },
  ),
} as const;
