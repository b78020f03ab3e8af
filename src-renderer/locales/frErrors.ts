import type { Words } from './catalogue.ts';
import type { enErrors } from './enErrors.ts';

/** Ce qui s’est passé, ce qui est en sûreté, que faire: the failures in French. */
export const frErrors: Words<typeof enErrors> = {
  invalid: {
    what: 'Perch n’a pas compris une valeur : {{reason}}.',
    safe: 'Rien n’a changé.',
    todo: 'Corrigez-la et réessayez.',
  },
  unknownMethod: {
    what: 'Deux parties de Perch ne vont pas ensemble.',
    safe: 'Rien n’a changé.',
    todo: 'Quittez Perch et relancez-le.',
  },
  notFound: {
    what: 'Ceci n’est plus là.',
    safe: 'Tout le reste est comme avant.',
    todo: 'Choisissez-en une autre dans la liste.',
  },
  emptyText: {
    what: 'Il n’y a encore rien à envoyer.',
    safe: 'Rien n’a été envoyé.',
    todo: 'Écrivez d’abord une réponse.',
  },
  postTooLong: {
    what: 'Le post a {{over}} caractères de trop.',
    safe: 'Rien n’a été envoyé ; votre texte est gardé.',
    todo: 'Raccourcissez-le à {{limit}}, ou envoyez-le en privé.',
  },
  noPublicPost: {
    what: 'Il n’y a pas de post public auquel répondre ici.',
    safe: 'Rien n’a été envoyé ; votre texte est gardé.',
    todo: 'Répondez par un message privé.',
  },
  notHeld: {
    what: 'Il est trop tard pour reprendre cette réponse.',
    safe: 'Elle est partie une seule fois, telle quelle.',
    todo: 'Supprimez-la sur X si elle doit disparaître.',
  },
  wrongState: {
    what: 'Cette réponse a avancé entre-temps.',
    safe: 'Rien n’a changé.',
    todo: 'Regardez son état dans la conversation.',
  },
  notConnected: {
    what: 'Aucun compte X n’est connecté.',
    safe: 'Tout ce qui est enregistré est là.',
    todo: 'Connectez un compte.',
  },
  wrongAccount: {
    what: 'Cette connexion est celle de @{{found}}, et l’espace de travail est à @{{expected}}.',
    safe: 'Rien n’a changé.',
    todo: 'Connectez-vous en tant que @{{expected}}.',
  },
  loginFailed: {
    what: 'La connexion a échoué : {{reason}}',
    safe: 'Rien n’a changé.',
    todo: 'Réessayez.',
  },
  offline: {
    what: 'X est injoignable.',
    safe: 'Tout ce qui est enregistré est là ; les réponses attendent le retour de X.',
    todo: 'Continuez à travailler ; vérifiez le réseau si cela dure.',
  },
  timedOut: {
    what: 'X a mis trop de temps à répondre.',
    safe: 'Tout ce qui est enregistré est là.',
    todo: 'Perch réessaie de lui-même.',
  },
  rateLimited: {
    what: 'X demande d’attendre jusqu’à {{time}}.',
    safe: 'Rien n’est perdu ; les réponses attendent.',
    todo: 'Rien : Perch continuera de lui-même.',
  },
  rateLimitedUnknown: {
    what: 'X demande d’attendre un moment.',
    safe: 'Rien n’est perdu ; les réponses attendent.',
    todo: 'Rien : Perch continuera de lui-même.',
  },
  unauthorised: {
    what: 'X n’accepte plus cette connexion.',
    safe: 'Tout ce qui est enregistré est là ; plus rien n’est envoyé.',
    todo: 'Connectez le compte à nouveau.',
  },
  outOfCredits: {
    what: 'Le crédit de votre compte développeur X est épuisé.',
    safe: 'Tout ce qui est enregistré est là ; les réponses attendent.',
    todo: 'Rechargez-le dans le portail développeur de X.',
  },
  replyNotAllowed: {
    what: 'X ne laisse pas ce compte répondre à ce post.',
    safe: 'Rien n’a été envoyé ; votre texte est gardé.',
    todo: 'Envoyez plutôt un message privé.',
  },
  dmNotAllowed: {
    what: 'Cette personne ne reçoit pas de messages privés de ce compte.',
    safe: 'Rien n’a été envoyé ; votre texte est gardé.',
    todo: 'Répondez en public, et demandez-lui de vous écrire.',
  },
  duplicatePost: {
    what: 'X refuse deux fois le même post.',
    safe: 'Il n’est pas deux fois sur X ; votre texte est gardé.',
    todo: 'Changez un peu les mots.',
  },
  refusedByX: {
    what: 'X a refusé ceci ({{status}}) : {{detail}}',
    safe: 'Rien n’a été envoyé ; votre texte est gardé.',
    todo: 'Modifiez-le, ou réessayez plus tard.',
  },
  xFailed: {
    what: 'X a lui-même un problème.',
    safe: 'Tout ce qui est enregistré est là.',
    todo: 'Réessayez dans un moment.',
  },
  outcomeUnknown: {
    what: 'La ligne a été coupée pendant l’envoi : c’est peut-être sur X, ou non.',
    safe: 'Rien n’est renvoyé tout seul, donc rien ne peut s’y trouver deux fois.',
    todo: 'Regardez sur X, puis dites ici ce que vous avez trouvé.',
  },
  notSent: {
    what: 'Ceci n’est pas arrivé sur X.',
    safe: 'Votre texte est gardé.',
    todo: 'Envoyez-le à nouveau.',
  },
  newMessage: {
    what: 'Un nouveau message est arrivé avant que ceci ne parte.',
    safe: 'Rien n’a été envoyé ; votre texte est gardé.',
    todo: 'Lisez-le, puis envoyez quand même ou modifiez.',
  },
  answeredElsewhere: {
    what: 'Quelqu’un d’autre a répondu ici entre-temps.',
    safe: 'Rien n’a été envoyé ; votre texte est gardé.',
    todo: 'Lisez cette réponse, puis envoyez la vôtre quand même ou modifiez-la.',
  },
  longWait: {
    what: 'Ceci a attendu longtemps avant de pouvoir partir.',
    safe: 'Rien n’a été envoyé ; votre texte est gardé.',
    todo: 'Voyez si cela convient encore, puis envoyez quand même ou modifiez.',
  },
  budgetSpent: {
    what: 'Le plafond de {{limit}} de ce mois est atteint.',
    safe: 'Les réponses partent toujours, et ce qui est enregistré reste.',
    todo: 'Relevez le plafond sous Coûts, ou attendez le mois prochain.',
  },
  queryTooLong: {
    what: 'Cette recherche a {{over}} caractères de trop pour X.',
    safe: 'Rien n’a changé.',
    todo: 'Enlevez des mots ; X accepte {{limit}} caractères.',
  },
  storeFromFuture: {
    what: 'Cet espace de travail vient d’un Perch plus récent.',
    safe: 'Rien n’y a été touché.',
    todo: 'Mettez Perch à jour pour l’ouvrir.',
  },
  storeCorrupt: {
    what: 'Le fichier de cet espace de travail est abîmé : {{file}}',
    safe: 'Il n’a pas été modifié.',
    todo: 'Mettez une copie à sa place.',
  },
  storeUnwritable: {
    what: 'Perch ne peut pas écrire dans {{file}}',
    safe: 'Ce qui était enregistré est en sûreté.',
    todo: 'Libérez de la place et vérifiez qui peut y écrire.',
  },
  workspaceInUse: {
    what: 'Un autre Perch a ouvert cet espace de travail.',
    safe: 'Rien n’a été touché.',
    todo: 'Utilisez l’autre fenêtre, ou fermez-la d’abord.',
  },
  plainTextConsentNeeded: {
    what: 'Cet ordinateur n’a pas de trousseau pour la connexion.',
    safe: 'Rien n’a été enregistré.',
    todo: 'Dites si elle peut être gardée dans un fichier.',
  },
  engineGone: {
    what: 'Le moteur de Perch n’est pas là.',
    safe: 'Tout ce qui est enregistré est en sûreté.',
    todo: 'Attendez un instant ; il revient de lui-même.',
  },
  bug: {
    what: 'Quelque chose s’est cassé dans Perch.',
    safe: 'Tout ce qui est enregistré est en sûreté.',
    todo: 'Réessayez. Si cela persiste, signalez-le avec : {{reference}}',
  },
};
