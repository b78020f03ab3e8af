import { z } from 'zod';
import { NetworkContacts } from '../domain/networkContact.ts';
import { commandOutput } from './commandOutput.ts';
import { none } from './methods/inputs.ts';
import { method } from './methods/method.ts';

/** What leaves the machine without the engine. */
export const networkMethods = {
  'network.list': method(
    'query',
    'Returns every host that the shell contacted on this machine: for what, when first and last, how often, and how many requests failed.',
    { input: none, output: NetworkContacts },
  ),
  'links.open': method('command', 'Opens an https URL in the system browser.', {
    input: z.strictObject({ url: z.string().max(4_096) }),
    output: commandOutput,
  }),
} as const;
