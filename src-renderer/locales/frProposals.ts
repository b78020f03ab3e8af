import type { Words } from './catalogue.ts';
import type { enProposals } from './enProposals.ts';

/** French: replies that are proposed as canned responses. */
export const frProposals: Words<typeof enProposals> = {
  proposals: {
    title: 'Réponses types proposées',
    shown_one: '{{formatted}} proposition',
    shown_many: '{{formatted}} propositions',
    shown_other: '{{formatted}} propositions',
    hint: 'Votre équipe a envoyé ces réponses à maintes reprises, presque mot pour mot. Enregistrez-les comme réponses types, ou écartez-les pour de bon.',
    written_one: 'Écrite {{formatted}} fois',
    written_many: 'Écrite {{formatted}} fois',
    written_other: 'Écrite {{formatted}} fois',
    last: 'la dernière fois : {{when}}',
    create: 'Créer la réponse type',
    dismiss: 'Écarter',
    dismissed: 'Proposition écartée',
    none: 'Aucune proposition',
    noneHint: 'Une réponse que votre équipe envoie trois fois presque mot pour mot est proposée ici.',
    failed: 'Impossible de charger les propositions',
  },
};
