import type { Words } from './catalogue.ts';
import type { enAccount } from './enAccount.ts';

/** French: logging out and removing an account. */
export const frAccount: Words<typeof enAccount> = {
  account: {
    title: 'Compte',
    menu: 'Menu du compte',
    add: 'Ajouter un compte',
    openDemo: 'Ouvrir la démo',
    logOut: 'Se déconnecter',
    logOutTitle: 'Se déconnecter de @{{handle}} ?',
    logOutHint:
      'Perch oublie la connexion de ce compte. Tout ce qui est stocké sur cet ordinateur est conservé et s’ouvre sans connexion ; rien n’est lu ni envoyé jusqu’à votre prochaine connexion.',
    remove: 'Supprimer ce compte',
    removeTitle: 'Supprimer @{{handle}} de cet ordinateur ?',
    deletes: {
      workspace: 'Conversations, brouillons, notes et réglages, avec leurs copies : {{size}}',
      login: 'La connexion',
      cache: 'Le cache d’images de tous les comptes, qui se remplit à nouveau tout seul : {{size}}',
      unsent_one: '{{count}} réponse que X n’a pas encore',
      unsent_many: '{{count}} réponses que X n’a pas encore',
      unsent_other: '{{count}} réponses que X n’a pas encore',
    },
    removeHint: 'Tout cela est supprimé définitivement. Rien n’est supprimé sur X.',
    typeHandle: 'Saisissez {{handle}} pour confirmer :',
    removeForGood: 'Supprimer définitivement',
    removing: 'Suppression…',
  },
};
