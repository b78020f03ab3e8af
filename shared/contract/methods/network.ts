import { NetworkContacts } from '../../domain/networkContact.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

/** What left the machine. */
export const networkMethods = {
  'network.list': method(
    'query',
    'Returns every host that the engine contacted for this workspace: for what, when first and last, how often, and how many requests failed.',
    { input: none, output: NetworkContacts },
  ),
} as const;
