import type { Words } from './catalogue.ts';
import type { enWeeklyReport } from './enWeeklyReport.ts';

/** French: the report that is written every week by itself. */
export const frWeeklyReport: Words<typeof enWeeklyReport> = {
  weeklyReport: {
    title: 'Rapport hebdomadaire',
    folder: 'Dossier',
    none: 'Choisissez un dossier : le rapport sur le travail de chaque semaine y est enregistré, en PDF et sous forme de tableau (CSV). Sans dossier, rien n’est enregistré.',
    waits: '{{folder}} : rien n’y est encore enregistré.',
    written: '{{folder}} : {{name}}, enregistré le {{time}}.',
    failed:
      '{{folder}} : le rapport n’a pas pu être enregistré ({{time}}). Perch réessaie toutes les heures.',
    day: 'Jour',
    dayHint:
      'Le rapport porte sur la dernière semaine complète, du lundi au dimanche. Un rapport manqué est enregistré après le prochain démarrage.',
    hour: 'Heure',
    hourHint: 'Dans le fuseau horaire des heures d’ouverture.',
    notSaved: 'Le rapport hebdomadaire n’est pas enregistré.',
    triedAgain: 'Perch réessaie toutes les heures.',
    retry: 'Réessayer maintenant',
  },
};
