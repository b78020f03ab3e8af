import type { Words } from './catalogue.ts';
import type { enBackups } from './enBackups.ts';

/** French: backups. */
export const frBackups: Words<typeof enBackups> = {
  backups: {
    title: 'Sauvegardes',
    every: 'Sauvegarder',
    everyHint:
      'Tant que Perch est ouvert. Chaque sauvegarde est vérifiée ; Perch garde les trois plus récentes, une par jour pendant trois jours et une par semaine pendant cinq semaines.',
    everyChoices: { sixHours: 'Toutes les six heures', day: 'Tous les jours', week: 'Toutes les semaines' },
    folder: 'Autre disque',
    folderNone:
      'Si le disque de cet ordinateur tombe en panne, ses sauvegardes sont perdues elles aussi. Choisissez un dossier sur un autre disque : il reçoit une copie de chacune.',
    folderCopied: '{{folder}} : la copie la plus récente date du {{time}}.',
    folderEmpty: '{{folder}} : il n’y a pas encore de copie.',
    folderFailed:
      'Impossible d’écrire dans {{folder}} pour l’instant ; son disque n’est peut-être pas branché. Perch réessaie toutes les heures.',
    chooseFolder: 'Choisir…',
    changeFolder: 'Changer…',
    noFolder: 'Arrêter',
    copying: 'Copie en cours…',
    now: 'Maintenant',
    nowHint:
      'Un fichier d’un autre disque rejoint d’abord la liste ci-dessous ; le restaurer est l’étape suivante.',
    add: 'Ajouter un fichier…',
    adding: 'Vérification…',
    added: 'Sauvegarde ajoutée',
    make: 'Sauvegarder maintenant',
    making: 'Sauvegarde en cours…',
    made: 'Sauvegarde terminée',
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
    restored: 'Cet espace de travail a été restauré à partir de la sauvegarde du {{time}}.',
    notRestored: 'La sauvegarde du {{time}} n’a pas été restaurée. L’espace de travail est resté tel quel.',
    goBack: 'Pour revenir en arrière, restaurez celle du {{time}} dans Réglages, Sauvegardes.',
  },
};
