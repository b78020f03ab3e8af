import { z } from 'zod';
import { MAX_EXPORTED_IDS } from '../domain/conversationExport.ts';
import { Language } from '../domain/language.ts';
import { IMPORT_LIMIT } from '../domain/libraryImport.ts';
import { commandOutput } from './commandOutput.ts';
import { delimiter, id, none } from './methods/inputs.ts';
import { method } from './methods/method.ts';

/** The most characters of a text that the window saves as a file: a library is a few millions at most. */
const SAVED_LIMIT = 100_000_000;

const chosenPath = commandOutput.extend({ path: z.string().optional() });

/** The methods of the shell about files of text. */
export const filesMethods = {
  'files.saveText': method(
    'command',
    'Asks where to save a text and saves it there, in UTF-8; the name, without its extension, is a suggestion. `savedAs` is the name of the file; absent if that was cancelled.',
    {
      input: z.strictObject({
        name: z.string().max(300),
        format: z.enum(['csv', 'json']),
        content: z.string().max(SAVED_LIMIT),
      }),
      output: commandOutput.extend({ savedAs: z.string().optional() }),
    },
  ),
  'files.exportConversations': method(
    'command',
    'Asks where to export conversations to and has the engine write them there, as `conversations.export` does; the name, without its extension, is a suggestion. The ending of the chosen name says the format: PDF, HTML, CSV or JSON. `savedAs` is the name of the file; absent if that was cancelled.',
    {
      input: z.strictObject({
        name: z.string().max(300),
        ids: z.array(id).min(1).max(MAX_EXPORTED_IDS),
        language: Language,
        delimiter,
      }),
      output: commandOutput.extend({
        savedAs: z.string().optional(),
        missingPictures: z.number().int().optional(),
      }),
    },
  ),
  'files.chooseArchive': method(
    'command',
    'Lets somebody choose a zip file or a table of messages in the dialog of the system; the engine reads it. `path` is absent if that was cancelled.',
    { input: none, output: chosenPath },
  ),
  'files.chooseBackup': method(
    'command',
    'Lets somebody choose a backup in the dialog of the system; the engine reads it. `path` is absent if that was cancelled.',
    { input: none, output: chosenPath },
  ),
  'files.chooseFolder': method(
    'command',
    'Lets somebody choose a folder in the dialog of the system; the engine writes to it. `path` is absent if that was cancelled.',
    { input: none, output: chosenPath },
  ),
  'files.openTable': method(
    'command',
    'Lets somebody choose a CSV or JSON file in the dialog of the system, and reads it: as UTF-8 or UTF-16 if it begins with the mark of one of them, else as UTF-8 if it is that, else as Windows-1252. Fails with `textTooLarge` and `fileNotRead`. `file` is absent if that was cancelled.',
    {
      input: none,
      output: commandOutput.extend({
        file: z.object({ name: z.string(), content: z.string().max(IMPORT_LIMIT) }).optional(),
      }),
    },
  ),
} as const;
