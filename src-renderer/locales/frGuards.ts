import type { Words } from './catalogue.ts';
import type { enGuardErrors } from './enGuards.ts';

/** French: errors of the guards. */
export const frGuardErrors: Words<typeof enGuardErrors> = {
  guardRefused: {
    what: 'Cette réponse publique relève plutôt d’un message privé.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Modifiez-la, envoyez-la en privé, ou ignorez l’avertissement.',
  },
  privateData: {
    what: 'Cette réponse publique semble contenir {{found}}.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Supprimez cette donnée, envoyez en privé, ou ignorez l’avertissement.',
  },
};
