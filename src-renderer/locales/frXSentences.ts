import type { Words } from './catalogue.ts';
import type { enXSentences } from './enXSentences.ts';

/** French: what X said and what to do, for the refusals whose words Perch knows. */
export const frXSentences: Words<typeof enXSentences> = {
  notPermitted: {
    what: 'X ne permet pas cela à ce compte.',
    todo: 'Vérifiez sur X si le compte est restreint.',
  },
  notMentioned: {
    what: 'X n’autorise une réponse publique qu’aux personnes qui vous ont mentionné ou cité.',
    todo: 'Répondez en privé, ou directement sur X.',
  },
  postGone: {
    what: 'Le post a été supprimé, ou ce compte ne peut pas le voir.',
    todo: 'Répondez à un autre post, ou en privé.',
  },
  repliesRestricted: {
    what: 'L’auteur du post a limité qui peut y répondre.',
    todo: 'Répondez plutôt en privé.',
  },
  blocked: {
    what: 'L’un de vous deux a bloqué l’autre sur X.',
    todo: 'Débloquez la personne sur X si le blocage vient de vous.',
  },
  protectedAccount: {
    what: 'Les posts de cette personne sont protégés.',
    todo: 'Suivez-la d’abord sur X, ou répondez en privé.',
  },
  personSuspended: {
    what: 'X a suspendu le compte de cette personne.',
    todo: 'Il n’est pas possible de la joindre sur X.',
  },
  suspended: {
    what: 'X a suspendu votre compte.',
    todo: 'Connectez-vous sur x.com et suivez les instructions de X.',
  },
  locked: {
    what: 'X a verrouillé temporairement votre compte.',
    todo: 'Connectez-vous sur x.com pour le déverrouiller.',
  },
  automated: {
    what: 'X soupçonne une automatisation et n’a pas accepté l’envoi.',
    todo: 'Patientez un moment, puis réessayez.',
  },
  dailyLimit: {
    what: 'Votre compte a atteint la limite quotidienne de X.',
    todo: 'Réessayez demain.',
  },
  tooLong: {
    what: 'Le texte est trop long pour X.',
    todo: 'Raccourcissez-le.',
  },
  emptyPost: {
    what: 'X n’accepte pas un message vide.',
    todo: 'Écrivez d’abord quelque chose.',
  },
  badMedia: {
    what: 'X n’accepte pas la pièce jointe.',
    todo: 'Envoyez la réponse sans pièce jointe.',
  },
  cashtags: {
    what: 'X n’accepte qu’un cashtag ($NOM) par post.',
    todo: 'Retirez les autres.',
  },
  noAccess: {
    what: 'Votre offre développeur X ne comprend pas cela.',
    todo: 'Vérifiez l’offre et les droits de l’application dans le portail développeur de X.',
  },
  badRequest: {
    what: 'X n’a pas compris la requête.',
    todo: 'Modifiez-la et réessayez ; mettez Perch à jour si cela se reproduit.',
  },
};
