import { enConversation } from './enConversation.ts';
import { enCosts } from './enCosts.ts';
import { enErrors } from './enErrors.ts';
import { enListening } from './enListening.ts';
import { enSettings } from './enSettings.ts';
import { enWindow } from './enWindow.ts';

/** The English words of Perch; the other languages follow its keys. */
export const en = {
  views: {
    queue: 'Queue',
    mine: 'Mine',
    open: 'Open',
    pending: 'Waiting for them',
    snoozed: 'Snoozed',
    resolved: 'Resolved',
    all: 'All',
  },
  channel: {
    public: 'Public',
    dm: 'Private',
    publicHint: 'Everybody on X can read this',
    dmHint: 'Only the two of you can read this',
  },
  status: { new: 'New', open: 'Open', pending: 'Waiting for them', resolved: 'Resolved' },
  ...enConversation,
  ...enCosts,
  ...enListening,
  ...enSettings,
  ...enWindow,
  errors: enErrors,
} as const;
