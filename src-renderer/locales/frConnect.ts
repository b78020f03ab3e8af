import type { Words } from './catalogue.ts';
import type { enConnect } from './enConnect.ts';

/** French: what helps while an account is being connected, and why that failed. */
export const frConnect: Words<typeof enConnect> = {
  connect: {
    copyAll: 'Copier les trois',
    openAgain: 'Ouvrir à nouveau',
    copyLink: 'Copier le lien',
    linkNotCopied: 'Impossible de copier le lien. Utilisez « Ouvrir à nouveau ».',
    wrongAccountHint:
      'Votre navigateur est connecté à un autre compte X ? Passez-y au bon compte, puis ouvrez à nouveau la page.',
    xShowsError: 'X affiche une erreur ?',
    checks: {
      clientId:
        'Le Client ID est copié en entier, depuis « Keys and tokens », sous « OAuth 2.0 » : ce n’est pas l’API key.',
      callbacks: 'Les trois adresses de retour sont enregistrées dans l’application, à la lettre près.',
      native: 'Les « User authentication settings » sont remplis, avec le type « Native App ».',
      permissions: 'L’application peut lire et écrire des posts et des messages privés.',
      credits: 'Le compte développeur a encore des crédits.',
    },
    safe: 'Aucun compte n’a été connecté.',
    failures: {
      offline: {
        what: 'X est injoignable depuis cet ordinateur.',
        todo: 'Vérifiez la connexion à Internet, puis appuyez à nouveau sur le bouton.',
      },
      timedOut: {
        what: 'X n’a pas répondu à temps.',
        todo: 'Appuyez à nouveau sur le bouton ; si cela persiste, c’est X qui a un problème, pas vous.',
      },
      xFailed: {
        what: 'X rencontre un problème en ce moment.',
        todo: 'Vos données ne sont pas en cause. Appuyez à nouveau sur le bouton dans quelques minutes.',
      },
      unauthorised: {
        what: 'X n’accepte pas cette connexion.',
        todo: 'Copiez à nouveau le jeton, en entier : un jeton d’accès utilisateur OAuth 2. Il ne vaut que deux heures ; la connexion par le navigateur, elle, dure.',
      },
      outOfCredits: {
        what: 'Votre compte développeur X n’a plus de crédits.',
        todo: 'Ajoutez des crédits dans le portail des développeurs, puis appuyez à nouveau sur le bouton.',
      },
      notConnected: {
        what: 'Il n’y a aucune connexion à réutiliser.',
        todo: 'Connectez-vous par le navigateur ou collez un jeton.',
      },
    },
    todo: {
      portsTaken:
        'Fermez le programme qui les utilise, peut-être un autre Perch, puis connectez-vous à nouveau.',
      noBrowser:
        'Choisissez un navigateur par défaut dans les réglages du système et connectez-vous à nouveau, ou collez un jeton.',
      wrongAddress: 'Connectez-vous à nouveau.',
      cancelled: 'Connectez-vous à nouveau quand vous voulez.',
      waitedTooLong: 'Connectez-vous à nouveau et autorisez Perch dans les cinq minutes.',
      accessDenied: 'Connectez-vous à nouveau et choisissez « Authorize app ».',
      wrongState: 'Connectez-vous à nouveau et fermez les anciennes pages de connexion.',
      noLoginBegun: 'Connectez-vous à nouveau.',
      noCode: 'Connectez-vous à nouveau.',
      refused:
        'Vérifiez le Client ID et les adresses de retour dans le portail des développeurs, puis connectez-vous à nouveau.',
      unknownClient:
        'Copiez à nouveau le Client ID, depuis « Keys and tokens » sous « OAuth 2.0 » : ce n’est pas l’API key.',
      wrongRequest:
        'Vérifiez que les trois adresses de retour sont enregistrées dans votre application, à la lettre près.',
      wrongScope:
        'Dans « User authentication settings », autorisez l’application à lire et à écrire des posts et des messages privés.',
      codeExpired: 'Connectez-vous à nouveau ; le code ne vaut qu’une demi-minute.',
      xDown: 'Vos données ne sont pas en cause. Connectez-vous à nouveau dans quelques minutes.',
      words:
        'Vérifiez le Client ID et les adresses de retour dans le portail des développeurs, puis connectez-vous à nouveau.',
    },
    again: 'Se connecter avec X',
    againHint: 'Avec la même application que la dernière fois. Connectez-vous en tant que @{{handle}}.',
    tokenAgainHint:
      'Collez un nouveau jeton d’accès de @{{handle}}. Vous le trouverez dans le portail développeur de X : votre app, « Keys and tokens », sous « OAuth 2.0 ».',
    otherWay: 'Se connecter autrement',
  },
};
