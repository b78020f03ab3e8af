import { z } from 'zod';
import { commandOutput } from './commandOutput.ts';
import { none } from './methods/inputs.ts';
import { method } from './methods/method.ts';

/** The methods of the shell about the pictures that a conversation shows. */
export const picturesMethods = {
  'pictures.save': method(
    'command',
    'Asks where to save the picture at a `media:` address and saves it there; the name is a suggestion. `savedAs` is the name of the file; absent if that was cancelled.',
    {
      input: z.strictObject({ address: z.string().max(8_192), name: z.string().max(300) }),
      output: commandOutput.extend({ savedAs: z.string().optional() }),
    },
  ),
  'pictures.choose': method(
    'command',
    'Lets somebody choose pictures to attach, in the dialog of the system; none if that is cancelled. What is larger than any picture that X takes comes cut off just above that size.',
    {
      input: none,
      output: z.object({
        /** The content in base64, in parts for `media.append` and `media.add`. */
        files: z.array(z.object({ name: z.string(), parts: z.array(z.string()) })),
      }),
    },
  ),
  'pictures.copy': method('command', 'Puts the picture at a `media:` address on the clipboard.', {
    input: z.strictObject({ address: z.string().max(8_192) }),
    output: commandOutput,
  }),
} as const;
