import type { Words } from './catalogue.ts';
import type { enDesktop } from './enDesktop.ts';

/** French: Perch on the desktop. */
export const frDesktop: Words<typeof enDesktop> = {
  desktop: {
    sound: 'Son',
    soundHint: 'Un son bref quand des clients écrivent.',
    quiet: 'Ne pas déranger',
    quietHint: 'Retient les notifications et le son ; un résumé suit.',
    quietOff: 'Désactivé',
    hour: 'Pendant 1 heure',
    untilTomorrow: 'Jusqu’à demain',
    until: 'Jusqu’à {{time}}',
    quietFor: { hour: 'Ne pas déranger pendant 1 heure', untilTomorrow: 'Ne pas déranger jusqu’à demain' },
    quietEnd: 'Désactiver « Ne pas déranger »',
    rail: 'Silence jusqu’à {{time}}',
    railHint: 'Silence jusqu’à {{time}} : désactiver « Ne pas déranger »',
    keepRunning: 'Laisser tourner en arrière-plan',
    keepRunningHint:
      'Quand vous fermez la fenêtre, Perch reste dans la zone de notification et continue de consulter X.',
    noTrayHint: 'Impossible ici : ce bureau n’a pas de zone de notification. Perch se ferme avec sa fenêtre.',
    startAtLogin: 'Lancer à l’ouverture de session',
    startHiddenHint: 'Perch démarre dans la zone de notification quand vous ouvrez votre session.',
    startHint: 'Perch s’ouvre quand vous ouvrez votre session.',
    draftRefused:
      'Ce brouillon n’est pas encore enregistré. Il reste ici tant que Perch est ouvert, et Perch continue d’essayer.',
    raiseCap: 'Relever le plafond',
    repliesWait: 'Les réponses attendent et Perch continue d’essayer.',
  },
};
