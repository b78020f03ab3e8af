import type { Words } from './catalogue.ts';
import type { enBackups } from './enBackups.ts';

/** French: backups. */
export const frBackups: Words<typeof enBackups> = {
  backups: {
    title: 'Sauvegardes',
    daily: 'Une fois par jour, sur cet ordinateur',
    dailyHint:
      'Chacune est vérifiée. Perch garde les trois plus récentes, et une de chacune des quatre semaines d’avant.',
    make: 'Sauvegarder maintenant',
    making: 'Sauvegarde en cours…',
    restore: 'Restaurer…',
    restoreOf: 'Restaurer la sauvegarde du {{time}}',
    checking: 'Vérification…',
    restoreYes: 'Restaurer',
    holds_one: 'Cette sauvegarde contient {{formatted}} message, du {{newest}}.',
    holds_many: 'Cette sauvegarde contient {{formatted}} messages, le plus récent du {{newest}}.',
    holds_other: 'Cette sauvegarde contient {{formatted}} messages, le plus récent du {{newest}}.',
    holdsNone_one: 'Cette sauvegarde ne contient aucun message.',
    holdsNone_many: 'Cette sauvegarde ne contient aucun message.',
    holdsNone_other: 'Cette sauvegarde ne contient aucun message.',
    missingMessages_one: '{{formatted}} message n’y est pas ; X ne peut rendre que les plus récents.',
    missingMessages_many: '{{formatted}} messages n’y sont pas ; X ne peut rendre que les plus récents.',
    missingMessages_other: '{{formatted}} messages n’y sont pas ; X ne peut rendre que les plus récents.',
    missingActivities_one: '{{formatted}} action faite depuis n’y est pas non plus.',
    missingActivities_many: '{{formatted}} actions faites depuis n’y sont pas non plus.',
    missingActivities_other: '{{formatted}} actions faites depuis n’y sont pas non plus.',
    wayBack: 'L’espace de travail actuel devient lui-même une sauvegarde.',
  },
};
