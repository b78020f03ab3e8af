import { z } from 'zod';
import { MAX_SERVICE_LEVELS, ServiceLevel, ServiceLevels } from '../../domain/serviceLevel.ts';
import { id, none } from './inputs.ts';
import { method } from './method.ts';

/** How soon whom is replied to. */
export const serviceLevelsMethods = {
  'serviceLevels.get': method(
    'query',
    'Returns the service levels in their order; the first whose conditions a conversation meets counts, else `standard`.',
    { input: none, output: ServiceLevels },
  ),
  'serviceLevels.set': method(
    'command',
    'Replaces all service levels; one without an id is new. `standard.firstReplyMinutes` is the setting `responseTargetMinutes`. Due times follow at once; what was recorded of past targets stays. Fails with `notFound` for an unknown tag, and with `invalid` for a name or an id that two levels have.',
    {
      input: z.strictObject({
        levels: z.array(ServiceLevel.extend({ id: id.optional() })).max(MAX_SERVICE_LEVELS),
        standard: ServiceLevels.shape.standard,
      }),
      output: ServiceLevels,
    },
  ),
} as const;
