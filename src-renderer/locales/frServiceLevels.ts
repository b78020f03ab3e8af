import type { Words } from './catalogue.ts';
import type { enServiceLevels } from './enServiceLevels.ts';

/** French: what is promised to whom. */
export const frServiceLevels: Words<typeof enServiceLevels> = {
  serviceLevels: {
    title: 'Niveaux de service',
    hint: 'Le premier qui convient à une conversation s’applique, sinon le niveau standard : « Répondre sous », dans Espace de travail.',
    sentence: '{{name}} ({{who}}) : première réponse sous {{first}}, suivante sous {{next}}',
    standardNext: 'Standard : réponse suivante sous',
    name: 'Nom',
    channel: 'Canal',
    anyChannel: 'Tous',
    tag: 'Étiquettes',
    tagHint: 'Avec l’une d’elles ; sans choix, les étiquettes ne comptent pas.',
    vip: 'VIP uniquement',
    first: 'Première réponse sous, en minutes',
    next: 'Réponse suivante sous, en minutes',
    new: 'Nouveau niveau',
    incomplete:
      'Il faut un nom qu’aucun autre niveau ne porte, un canal, une étiquette ou les VIP, et 1 à 10 080 minutes.',
    add: 'Ajouter le niveau',
    change: 'Enregistrer le niveau',
    giveUp: 'Annuler',
    edit: 'Modifier {{name}}',
    up: 'Monter {{name}}',
    remove: 'Supprimer {{name}}',
    standard: 'Standard',
    warn: 'Avertir avant l’échéance',
    warnHint: 'Une notification pour vos conversations et celles que personne n’a prises.',
    warnOff: 'Jamais',
    paused: 'en pause · {{time}}',
    pausedOverdue: 'en pause · en retard',
    replyDue: 'Échéance',
    due: {
      first: '{{level}} : première réponse sous {{time}}',
      next: '{{level}} : réponse suivante sous {{time}}',
    },
  },
};
