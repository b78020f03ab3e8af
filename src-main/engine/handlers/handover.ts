import { ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { composeHandover } from '../handover/composeHandover.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getHandoverSettings, putHandoverSettings } from '../store/handoverSettings.ts';
import { inTransaction } from '../store/sql.ts';
import type { Handlers } from './handlers.ts';

/** Moving conversations to private messages. */
export const handoverHandlers = {
  'handover.compose': composeHandover,

  'handover.settings': ({ db }) => ok(getHandoverSettings(db)),

  'handover.setSettings': (ctx, changed) => {
    const given = withoutUndefined(changed);
    inTransaction(ctx.db, () => {
      putHandoverSettings(ctx.db, given);
      // What an agent chose last is remembered, but it is no change that anybody looks for later.
      const names = Object.keys(given).filter((name) => name !== 'usesLink');
      if (names.length === 0) return;
      const facts = { handover: names };
      const agent = getCurrentAgent(ctx.db).id;
      recordActivity(ctx, { kind: 'settingsChanged', agent, conversationId: null, facts });
    });
    ctx.emit({ name: 'settings.changed', params: {} });
    return ok(getHandoverSettings(ctx.db));
  },
} satisfies Partial<Handlers>;
