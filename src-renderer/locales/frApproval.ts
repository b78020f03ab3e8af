import type { Words } from './catalogue.ts';
import type { enApproval, enApprovalErrors } from './enApproval.ts';

/** French: errors of approvals. */
export const frApprovalErrors: Words<typeof enApprovalErrors> = {
  noColleague: {
    what: 'Personne d’autre ne travaille encore dans cet espace.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Ajoutez un collègue dans Réglages, ou envoyez-la vous-même.',
  },
  ownReply: {
    what: 'Vous ne pouvez pas approuver votre propre réponse.',
    safe: 'Elle attend toujours un collègue.',
    todo: 'Retirez-la pour l’envoyer vous-même.',
  },
  conversationChanged: {
    what: 'La conversation a changé depuis la rédaction de cette réponse.',
    safe: 'Rien n’a été envoyé ; la réponse attend toujours.',
    todo: 'Lisez ce qui est nouveau, puis approuvez-la quand même ou renvoyez-la.',
  },
};

/** French: replies that a colleague approves. */
export const frApproval: Words<typeof enApproval> = {
  approval: {
    ask: 'Demander une approbation',
    askHint: 'La réponse reste ici jusqu’à ce qu’un collègue l’approuve. D’ici là, vous pouvez la retirer.',
    whom: 'Demander à',
    anyone: 'N’importe qui',
    note: 'Note',
    noteHint: 'Facultative ; visible par votre équipe seulement',
    asked: 'En attente d’approbation',
    label: 'En attente d’approbation : réponse de {{author}}',
    ownLabel: 'En attente d’approbation : votre réponse',
    askedYou: '{{author}} vous demande d’approuver cette réponse',
    askedAnyone: '{{author}} demande à l’équipe d’approuver cette réponse',
    askedOther: '{{author}} a demandé à {{approver}} d’approuver cette réponse',
    youAsked: 'En attente de l’approbation de {{approver}}',
    youAskedAnyone: 'En attente de l’approbation d’un collègue',
    newMessage: '{{name}} a écrit de nouveau depuis la rédaction de cette réponse.',
    answeredElsewhere: 'Quelqu’un a répondu depuis la rédaction de cette réponse.',
    guarded: 'Avertissement : {{guards}}. {{author}} l’a peut-être autorisé ; vérifiez.',
    approve: 'Approuver',
    approveEdited: 'Approuver avec les modifications',
    approveAnyway: 'Approuver quand même',
    edit: 'Modifier la réponse à approuver',
    editShort: 'Modifier',
    editLabel: 'Texte à approuver',
    return: 'Renvoyer ou retirer la réponse',
    returnShort: 'Renvoyer',
    withdraw: 'Retirer',
    returnLabel: 'Pourquoi vous la renvoyez',
    returnHint: 'Devient une note privée ; le texte retourne au brouillon',
    cancel: 'Annuler',
    withdrawn: 'Retirée ; le texte est de nouveau dans le brouillon',
    returned: 'Renvoyée à {{author}} avec une note',
    rowToApprove: 'Réponse à approuver',
    rowWaiting: 'En attente d’approbation',
    told: {
      asked: 'Un collègue vous demande d’approuver une réponse',
      approved: 'Un collègue a approuvé votre réponse',
      returned: 'Un collègue vous a renvoyé votre réponse',
    },
    system: {
      asked: '{{by}} a demandé à {{approver}} d’approuver une réponse',
      askedAnyone: '{{by}} a demandé l’approbation d’une réponse',
      approved: '{{by}} a approuvé la réponse de {{author}}',
      edited: '{{by}} a approuvé la réponse de {{author}} avec des modifications. Avant : « {{before}} »',
      returned: '{{by}} a renvoyé la réponse de {{author}}',
      withdrawn: '{{by}} a retiré une réponse qui attendait une approbation',
    },
  },
};
