import type { Words } from './catalogue.ts';
import type { enMenus } from './enMenus.ts';

/** French: the context menus of messages and rows. */
export const frMenus: Words<typeof enMenus> = {
  menu: {
    message: 'Message de {{name}}',
    conversation: 'Conversation avec {{name}}',
    more: 'Autres actions',
    copySelection: 'Copier la sélection',
    copyText: 'Copier le texte',
    copyPostLink: 'Copier le lien du post',
    copyPersonLink: 'Copier le lien du profil',
    setPending: 'Mettre en attente du client',
  },
};
