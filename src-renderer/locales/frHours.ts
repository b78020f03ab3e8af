import type { Words } from './catalogue.ts';
import type { enHours } from './enHours.ts';

/** French: office hours, snoozes and what a check of X found. */
export const frHours: Words<typeof enHours> = {
  officeHours: {
    title: 'Heures d’ouverture',
    counts: 'Ne compter que les heures d’ouverture',
    countsHint: 'Les nuits, week-ends et jours fériés ne comptent pas dans le délai de réponse.',
    week: 'Semaine',
    weekHint: 'Par exemple 9h–12h30, 14h–18h. Laissez vide un jour de fermeture.',
    emptyWeek: 'Sans horaires, vous êtes ouvert jour et nuit.',
    closed: 'Fermé',
    notUnderstood: 'Écrivez les heures ainsi : 9:00–17:00',
    overlaps: 'Ces horaires se chevauchent',
    copyMonday: 'Mêmes horaires du lundi au vendredi',
    timeZone: 'Fuseau horaire',
    timeZoneHint: 'Les changements d’heure sont pris en compte.',
    ownZone: 'Cet ordinateur : {{zone}}',
    unknownZone: 'Cet ordinateur ne connaît pas {{zone}} : son propre fuseau s’applique.',
    holidays: 'Jours fériés',
    holidaysHint: 'Fermé toute la journée.',
    everyYear: 'chaque année',
    addHoliday: 'Ajouter',
    removeHoliday: 'Supprimer : {{day}}',
  },
  check: {
    checking: 'Consultation de X…',
    found_one: 'À jour · {{count}} nouveau',
    found_other: 'À jour · {{count}} nouveaux',
    found_many: 'À jour · {{count}} nouveaux',
    nothing: 'À jour · Rien de nouveau',
  },
  snooze: {
    untilReply: 'Jusqu’à sa réponse',
    either: 'Elle revient dès que la personne écrit, ou à ce moment-là sans réponse.',
    endedWithoutReply: 'Report terminé : pas de réponse',
    noReply: 'pas encore de réponse',
  },
};
