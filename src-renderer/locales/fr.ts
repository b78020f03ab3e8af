import type { Catalogue } from './catalogue.ts';
import { frConversation } from './frConversation.ts';
import { frCosts } from './frCosts.ts';
import { frErrors } from './frErrors.ts';
import { frListening } from './frListening.ts';
import { frSettings } from './frSettings.ts';
import { frWindow } from './frWindow.ts';

/** The French words of Perch. */
export const fr: Catalogue = {
  ...frConversation,
  ...frCosts,
  ...frListening,
  ...frSettings,
  ...frWindow,
  views: {
    queue: 'À traiter',
    mine: 'Mes conversations',
    open: 'Ouvertes',
    pending: 'En attente du client',
    snoozed: 'Reportées',
    resolved: 'Clôturées',
    all: 'Toutes',
  },
  channel: {
    public: 'Public',
    dm: 'Privé',
    publicHint: 'Visible par tout le monde sur X',
    dmHint: 'Visible par vous deux seulement',
  },
  status: { new: 'Nouvelle', open: 'Ouverte', pending: 'En attente du client', resolved: 'Clôturée' },
  errors: frErrors,
};
