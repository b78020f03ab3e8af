import type { Words } from './catalogue.ts';
import type { enGuardErrors, enGuards } from './enGuards.ts';

/** French: errors of the guards. */
export const frGuardErrors: Words<typeof enGuardErrors> = {
  guardRefused: {
    what: 'Cette réponse publique relève plutôt d’un message privé.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Modifiez-la, envoyez-la en privé, ou autorisez-la quand même.',
  },
  privateData: {
    what: 'Cette réponse publique semble contenir {{found}}.',
    safe: 'Rien n’a été envoyé ; votre texte est conservé.',
    todo: 'Supprimez cette donnée, envoyez en privé, ou autorisez-la quand même.',
  },
};

/** French: what the guards say about a reply. */
export const frGuards: Words<typeof enGuards> = {
  guards: {
    overrule: 'Autoriser quand même',
    overruled: 'Autorisée : vous pouvez envoyer cette réponse. Ce sera consigné.',
    showAgain: 'Afficher de nouveau',
    sendPrivately: 'Envoyer en privé',
    stopped: 'Non envoyée. Autorisez-la sous le champ, ou envoyez-la en privé.',
    wrongChannel: {
      refersToPrivate: 'Cette réponse renvoie à un message privé, mais tout le monde peut la voir.',
      quotesPrivate:
        '« {{words}} » ne figure que dans des messages privés, mais tout le monde peut voir ceci.',
      asksForData: 'Cette réponse demande à {{name}} de publier des données personnelles visibles par tous.',
    },
    nearDuplicate: {
      person: '{{name}} a déjà reçu presque la même réponse : {{time}}.',
      public: 'Presque la même réponse a été publiée : {{time}}. X peut la prendre pour du spam.',
    },
    unseenMessage_one: '{{name}} a écrit un message que vous n’avez pas encore vu.',
    unseenMessage_many: '{{name}} a écrit {{count}} de messages que vous n’avez pas encore vus.',
    unseenMessage_other: '{{name}} a écrit {{count}} messages que vous n’avez pas encore vus.',
    foreignLink_one: '{{links}} n’est pas un site de votre entreprise.',
    foreignLink_many: '{{links}} ne sont pas des sites de votre entreprise.',
    foreignLink_other: '{{links}} ne sont pas des sites de votre entreprise.',
  },
};
