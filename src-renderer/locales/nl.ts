import type { Catalogue } from './catalogue.ts';
import { nlConversation } from './nlConversation.ts';
import { nlCosts } from './nlCosts.ts';
import { nlDesktop } from './nlDesktop.ts';
import { nlErrors } from './nlErrors.ts';
import { nlListening } from './nlListening.ts';
import { nlSettings } from './nlSettings.ts';
import { nlWindow } from './nlWindow.ts';

/** The Dutch catalogue. */
export const nl: Catalogue = {
  ...nlConversation,
  ...nlCosts,
  ...nlDesktop,
  ...nlListening,
  ...nlSettings,
  ...nlWindow,
  views: {
    queue: 'Wachtrij',
    mine: 'Van mij',
    open: 'Open',
    pending: 'Wacht op klant',
    snoozed: 'Uitgesteld',
    resolved: 'Afgerond',
    all: 'Alles',
  },
  channel: {
    public: 'Openbaar',
    dm: 'Privé',
    publicHint: 'Zichtbaar voor iedereen op X',
    dmHint: 'Alleen zichtbaar voor jullie twee',
  },
  status: { new: 'Nieuw', open: 'Open', pending: 'Wacht op klant', resolved: 'Afgerond' },
  time: {
    second: '{{value}} s',
    minute: '{{value}} min',
    hour: '{{value}} u',
    day: '{{value}} d',
    now: 'nu',
    justNow: 'zojuist',
    ago: '{{time}} geleden',
    ahead: 'over {{time}}',
  },
  ambiguousNumber: 'Is dat {{decimal}} of {{grouped}}?',
  labelled: '{{label}}: {{value}}',
  errors: nlErrors,
};
