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
    delete: 'Supprimer le post…',
    hide: 'Masquer la réponse…',
    unhide: 'Réafficher la réponse…',
    mute: 'Mettre {{name}} en sourdine…',
    unmute: 'Ne plus mettre {{name}} en sourdine…',
    blockDms: 'Bloquer les messages privés…',
    unblockDms: 'Réautoriser les messages privés…',
    hidden: 'masquée sur X',
  },
  moderation: {
    price: 'X facture environ {{price}} pour cela.',
    busy: 'Demande à X…',
    delete: {
      title: 'Supprimer ce post sur X ?',
      effect: 'Il disparaît de X pour tout le monde et son texte est effacé ici. C’est irréversible.',
      doIt: 'Supprimer le post',
    },
    hide: {
      title: 'Masquer cette réponse sur X ?',
      effect: 'Sur X, elle passe dans les « réponses masquées » sous votre post. Elle reste visible ici.',
      doIt: 'Masquer la réponse',
    },
    unhide: {
      title: 'Réafficher cette réponse sur X ?',
      effect: 'Tout le monde la verra de nouveau sous votre post.',
      doIt: 'Réafficher',
    },
    mute: {
      title: 'Mettre {{name}} en sourdine ?',
      effect:
        'Sur X, vous ne verrez plus ses posts et ne recevrez plus de notifications à son sujet ; rien ne l’indique de son côté. Perch continue d’afficher ce que cette personne vous écrit.',
      doIt: 'Mettre en sourdine',
    },
    unmute: {
      title: 'Ne plus mettre {{name}} en sourdine ?',
      effect: 'Vous verrez de nouveau ses posts sur X.',
      doIt: 'Réactiver',
    },
    blockDms: {
      title: 'Bloquer les messages privés de {{name}} ?',
      effect:
        'Cette personne ne pourra plus vous écrire en privé, mais toujours en public. X ne laisse aucune application bloquer complètement quelqu’un : pour cela, ouvrez son profil sur X.',
      doIt: 'Bloquer les messages',
    },
    unblockDms: {
      title: 'Réautoriser les messages privés de {{name}} ?',
      effect: 'Cette personne pourra de nouveau vous écrire en privé.',
      doIt: 'Réautoriser',
    },
  },
  print: {
    print: 'Imprimer la conversation',
    savePdf: 'Enregistrer la conversation en PDF…',
    title: 'Conversation avec {{name}}',
    with: 'Avec {{name}} (@{{handle}})',
    range_one: '{{formatted}} message, {{from}} – {{to}}',
    range_other: '{{formatted}} messages, {{from}} – {{to}}',
    range_many: '{{formatted}} messages, {{from}} – {{to}}',
    by: 'Imprimé par {{agent}} avec Perch, {{time}}',
    state: {
      held: 'pas encore envoyé',
      queued: 'pas encore envoyé',
      waiting: 'pas encore envoyé',
      sending: 'en cours d’envoi',
      refused: 'non envoyé',
      unknown: 'peut-être envoyé',
      stopped: 'retenu',
    },
  },
};
