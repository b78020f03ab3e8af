import { z } from 'zod';
import { IsoWeek } from '../domain/weeklyReport.ts';
import { commandOutput } from './commandOutput.ts';
import { none } from './methods/inputs.ts';
import { method } from './methods/method.ts';

/** The methods of the shell about the page that the window shows. */
export const pageMethods = {
  'page.print': method('command', "Opens the system's dialog that prints the page.", {
    input: none,
    output: commandOutput,
  }),
  'page.savePdf': method(
    'command',
    'Asks where to save the page as a PDF file and saves it there; the name is a suggestion. `savedAs` is the name of the file; absent if that was cancelled.',
    {
      input: z.strictObject({ name: z.string().max(300) }),
      output: commandOutput.extend({ savedAs: z.string().optional() }),
    },
  ),
  'page.saveWeek': method(
    'command',
    'Writes the weekly report that is due into its folder: the page as a PDF file, and a table. `savedAs` is the name of both without their endings; absent if that week is not due.',
    {
      input: z.strictObject({ week: IsoWeek, table: z.string().max(10_000_000) }),
      output: commandOutput.extend({ savedAs: z.string().optional() }),
    },
  ),
} as const;
