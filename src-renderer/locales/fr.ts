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
    queue: 'File',
    mine: 'À moi',
    open: 'Ouvertes',
    pending: 'Attente client',
    snoozed: 'Reportées',
    resolved: 'Résolues',
    all: 'Toutes',
  },
  channel: {
    public: 'Public',
    dm: 'Privé',
    publicHint: 'Tout le monde sur X peut lire ceci',
    dmHint: 'Vous deux seuls pouvez lire ceci',
  },
  status: { new: 'Nouvelle', open: 'Ouverte', pending: 'Attente client', resolved: 'Résolue' },
  errors: frErrors,
};
