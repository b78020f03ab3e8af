import type { Words } from './catalogue.ts';
import type { enErrors } from './enErrors.ts';
import { frApprovalErrors } from './frApproval.ts';
import { frCrisisErrors } from './frCrisis.ts';
import { frFileErrors } from './frFileErrors.ts';
import { frGuardErrors } from './frGuards.ts';
import { frLibraryErrors } from './frLibrary.ts';
import { frStoreErrors } from './frStoreErrors.ts';
import { frXSentences } from './frXSentences.ts';

/** French: for each failure, what happened, what is safe and what to do. */
export const frErrors: Words<typeof enErrors> = {
  ...frApprovalErrors,
  ...frCrisisErrors,
  ...frLibraryErrors,
  ...frGuardErrors,
  ...frFileErrors,
  ...frStoreErrors,
  invalid: {
    what: 'Cette valeur n’est pas valide : {{reason}}.',
    safe: 'Rien n’a été modifié.',
    todo: 'Corrigez-la et réessayez.',
  },
  unknownMethod: {
    what: 'Des parties de Perch sont de versions différentes.',
    safe: 'Rien n’a été modifié.',
    todo: 'Quittez Perch et rouvrez-le.',
  },
  notFound: {
    what: 'Cet élément n’existe plus.',
    safe: 'Tout le reste est inchangé.',
    todo: 'Choisissez-en un autre dans la liste.',
  },
  agentNameTaken: {
    what: '« {{name}} » est le nom d’un autre agent.',
    safe: 'Rien n’a été modifié.',
    todo: 'Si c’est vous, continuez sous ce nom ; sinon, choisissez-en un autre.',
  },
  tagNameTaken: {
    what: 'L’étiquette « {{name}} » existe déjà.',
    safe: 'Rien n’a été modifié.',
    todo: 'Utilisez-la ou choisissez un autre nom.',
  },
  surveyRefused: {
    what: 'Cette personne n’est pas interrogée pour l’instant.',
    safe: 'Rien n’a été envoyé, et aucune réponse n’est touchée.',
    todo: 'Consultez les raisons, puis réessayez quand elles ne s’appliquent plus.',
  },
  notCopied: {
    what: 'Impossible de copier « {{name}} ».',
    safe: 'Le presse-papiers n’a pas changé.',
    todo: 'Réessayez, ou sélectionnez-le ici pour le copier.',
  },
  emptyText: {
    what: 'Il n’y a encore rien à envoyer.',
    safe: 'Rien n’a été envoyé.',
    todo: 'Écrivez d’abord une réponse.',
  },
  unfilledVariable: {
    what: 'Il reste à compléter : {{name}}.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Remplacez-le par ce qu’il désigne. Si les accolades font partie du texte, doublez la première.',
  },
  dmTooLong: {
    what: 'Ce message compte {{over}} caractères de plus que les {{limit}} acceptés par X.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Raccourcissez-le ou envoyez-le en plusieurs fois.',
  },
  postTooLong: {
    what: 'Ce post dépasse la limite de {{over}}.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Raccourcissez-le à {{limit}} caractères, ou envoyez-le en privé.',
  },
  noPublicPost: {
    what: 'Il n’y a pas de post public auquel répondre ici.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Répondez plutôt en privé.',
  },
  notHeld: {
    queued: {
      what: 'Le délai d’annulation est passé : cette réponse va être envoyée.',
      safe: 'Elle est envoyée une seule fois, telle quelle.',
      todo: 'Si elle ne doit pas rester sur X, supprimez-la là-bas.',
    },
    sending: {
      what: 'Cette réponse est en cours d’envoi et ne peut plus être annulée.',
      safe: 'Elle est envoyée une seule fois, telle quelle.',
      todo: 'Dès qu’elle est sur X, vous pouvez l’y supprimer.',
    },
    sent: {
      what: 'Cette réponse a été envoyée, telle quelle.',
      safe: 'Perch ne l’enverra pas deux fois.',
      todo: 'Si elle ne doit pas rester sur X, supprimez-la là-bas.',
    },
    refused: {
      what: 'Il n’y a rien à annuler : cette réponse n’a pas été envoyée.',
      safe: 'Votre texte est conservé.',
      todo: 'Modifiez-la, réessayez ou abandonnez-la.',
    },
    unknown: {
      what: 'Cette réponse est peut-être déjà sur X et ne peut plus être annulée.',
      safe: 'Perch ne la renvoie pas de lui-même.',
      todo: 'Vérifiez sur X, puis indiquez ici ce que vous avez trouvé.',
    },
  },
  wrongState: {
    what: 'Cette réponse a changé entre-temps.',
    safe: 'Rien n’a été modifié.',
    todo: 'Vérifiez son état dans la conversation.',
  },
  notBegun: {
    what: 'Perch n’a pas encore commencé à lire.',
    safe: 'Rien n’a été lu, rien n’a été dépensé.',
    todo: 'Choisissez à partir de quand commencer.',
  },
  notConnected: {
    what: 'Aucun compte X n’est connecté.',
    safe: 'Tout ce qui est enregistré est toujours là.',
    todo: 'Connectez un compte.',
  },
  wrongAccount: {
    what: 'Vous vous êtes connecté en tant que @{{found}}, mais cet espace de travail est celui de @{{expected}}.',
    safe: 'Rien n’a été modifié.',
    todo: 'Connectez-vous en tant que @{{expected}}.',
  },
  loginFailed: {
    what: 'La connexion a échoué : {{reason}}',
    safe: 'Rien n’a été modifié.',
    todo: 'Réessayez.',
  },
  offline: {
    what: 'X est injoignable.',
    safe: 'Rien n’est perdu ; les réponses en attente seront envoyées dès le retour de X.',
    todo: 'Vérifiez votre réseau, ou réessayez dans un instant.',
  },
  timedOut: {
    what: 'X a mis trop de temps à répondre.',
    safe: 'Rien n’est perdu.',
    todo: 'Réessayez dans un instant.',
  },
  rateLimited: {
    what: 'X a demandé à Perch d’attendre jusqu’à {{time}}.',
    safe: 'Rien n’est perdu ; les réponses en attente seront envoyées ensuite.',
    todo: 'Perch reprendra automatiquement.',
  },
  rateLimitedUnknown: {
    what: 'X a demandé à Perch d’attendre un moment.',
    safe: 'Rien n’est perdu ; les réponses en attente seront envoyées ensuite.',
    todo: 'Perch reprendra automatiquement.',
  },
  unauthorised: {
    what: 'X n’accepte pas cette connexion.',
    safe: 'Rien n’est perdu.',
    todo: 'Reconnectez-vous, ou vérifiez le jeton.',
  },
  outOfCredits: {
    what: 'Le crédit de votre compte développeur X est épuisé.',
    safe: 'Rien n’est perdu ; les réponses attendent.',
    todo: 'Rechargez-le dans le portail développeur de X.',
  },
  permissionMissing: {
    what: 'Cette connexion n’a pas l’autorisation de X pour cela ({{detail}}).',
    safe: 'Rien n’a changé sur X.',
    todo: 'Reconnectez-vous : X demandera alors cette autorisation.',
  },
  replyNotAllowed: {
    what: 'X ne permet pas à ce compte de répondre à ce post.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Répondez plutôt en privé.',
  },
  dmNotAllowed: {
    what: 'Cette personne n’accepte pas les messages privés de ce compte.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Répondez en public et demandez-lui de vous écrire en premier.',
  },
  duplicatePost: {
    what: 'X n’accepte pas deux fois le même post.',
    safe: 'Il n’est pas une seconde fois sur X ; votre texte est conservé.',
    todo: 'Changez un peu la formulation.',
  },
  refusedByX: {
    what: 'X a refusé ({{status}}) : « {{detail}} »',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Modifiez-le, ou réessayez plus tard.',
  },
  xFailed: {
    what: 'X rencontre un problème en ce moment.',
    safe: 'Tout ce qui est enregistré est toujours là.',
    todo: 'Réessayez dans un moment.',
  },
  outcomeUnknown: {
    what: 'La connexion a été coupée pendant l’envoi : la réponse est peut-être sur X, ou non.',
    safe: 'Perch ne la renvoie pas de lui-même : elle ne peut pas y apparaître deux fois.',
    todo: 'Vérifiez sur X, puis indiquez ici ce que vous avez trouvé.',
  },
  resendDelayed: {
    what: 'La réponse est peut-être déjà sur X ; Perch y regardera de nouveau à {{time}}.',
    safe: 'Elle n’est renvoyée que si elle n’y est pas.',
    todo: 'Perch reprendra automatiquement.',
  },
  unseenMessages: {
    what: 'Cette personne a écrit de nouveau, et personne ne l’a encore lu.',
    safe: 'La conversation reste telle quelle.',
    todo: 'Lisez le nouveau message, puis réessayez.',
  },
  notUndone: {
    alreadyUndone: {
      what: 'Cette action est déjà annulée.',
      safe: 'Rien n’a changé.',
      todo: 'Vous n’avez plus rien à faire.',
    },
    changedSince: {
      what: 'La conversation a été modifiée entre-temps : cette action ne peut plus être annulée.',
      safe: 'La modification la plus récente est conservée.',
      todo: 'Ouvrez la conversation et choisissez l’état voulu.',
    },
    newMessage: {
      what: 'Cette personne a écrit de nouveau : annuler cette action masquerait son message.',
      safe: 'La conversation reste ouverte.',
      todo: 'Lisez le nouveau message, puis décidez.',
    },
    otherKind: {
      what: 'Cette action ne peut pas être annulée.',
      safe: 'Rien n’a changé.',
      todo: 'Ouvrez la conversation et choisissez l’état voulu.',
    },
  },
  notSent: {
    what: 'Cette réponse n’est pas arrivée sur X.',
    safe: 'Votre texte est conservé.',
    todo: 'Envoyez-la de nouveau.',
  },
  newMessage: {
    what: 'La personne a écrit de nouveau avant l’envoi de cette réponse.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Lisez son message, puis envoyez la vôtre quand même ou modifiez-la.',
  },
  answeredElsewhere: {
    what: 'Quelqu’un d’autre a répondu ici entre-temps.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Lisez cette réponse, puis envoyez la vôtre quand même ou modifiez-la.',
  },
  longWait: {
    what: 'Cette réponse a longtemps attendu avant de pouvoir être envoyée.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Vérifiez qu’elle est encore valable, puis envoyez-la quand même ou modifiez-la.',
  },
  budgetSpent: {
    what: 'Le plafond mensuel de {{limit}} est atteint.',
    safe: 'Les réponses sont toujours envoyées, et tout ce qui est enregistré est toujours là.',
    todo: 'Relevez le plafond sous Coûts, ou attendez le mois prochain.',
  },
  queryTooLong: {
    what: 'Cette recherche dépasse de {{over}} la limite de {{limit}} caractères de X.',
    safe: 'Rien n’a été modifié.',
    todo: 'Retirez des mots.',
  },
  storeFromFuture: {
    what: 'Cet espace de travail a été enregistré par une version plus récente de Perch.',
    safe: 'Rien n’y a été modifié.',
    todo: 'Mettez Perch à jour pour l’ouvrir.',
  },
  storeOnNetwork: {
    what: 'Cet espace de travail se trouve sur un lecteur réseau, où son fichier pourrait être endommagé.',
    safe: 'Rien n’y a été modifié.',
    todo: 'Déplacez le dossier {{dir}} sur un disque de cet ordinateur, puis ouvrez-le de là.',
  },
  workspaceInUse: {
    what: 'Cet espace de travail est déjà ouvert dans un autre Perch.',
    safe: 'Rien n’a été modifié.',
    todo: 'Utilisez cette autre fenêtre, ou fermez-la d’abord.',
  },
  fileNotSaved: {
    what: 'Le fichier {{file}} n’a pas pu être enregistré.',
    safe: 'Rien d’autre n’a changé.',
    todo: 'Vérifiez le dossier et l’espace libre, ou choisissez un autre emplacement.',
  },
  notPrinted: {
    what: 'Le système n’a pas imprimé : {{detail}}',
    safe: 'Rien n’a changé.',
    todo: 'Vérifiez l’imprimante, ou enregistrez la conversation en PDF.',
  },
  plainTextConsentNeeded: {
    what: 'Cet ordinateur n’a pas de gestionnaire de mots de passe pour votre connexion.',
    safe: 'Rien n’a été enregistré.',
    todo: 'Indiquez si elle peut être enregistrée dans un fichier.',
  },
  bug: {
    what: 'Un problème est survenu dans Perch.',
    safe: 'Tout ce qui est enregistré est en sécurité.',
    todo: 'Réessayez. Si cela se reproduit, signalez-le avec cette référence : {{reference}}',
  },
  byX: frXSentences,
};
