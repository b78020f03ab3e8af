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

/** French: what the guards say about a reply, and their settings. */
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
  guardSettings: {
    title: 'Garde-fous',
    add: 'Ajouter',
    remove: 'Supprimer {{entry}}',
    codes: {
      personalData: 'Données personnelles',
      wrongChannel: 'Mauvais canal',
      nearDuplicate: 'Réponses répétées',
      unseenMessage: 'Messages non vus',
      foreignLink: 'Liens étrangers',
      price: 'Prix des liens',
    },
    hints: {
      personalData:
        'Retient une réponse publique qui contient un numéro de téléphone, une adresse, un compte, une carte ou un numéro de client.',
      wrongChannel:
        'Retient une réponse publique qui répète un message privé ou demande des données personnelles.',
      nearDuplicate:
        'Avertit si cette personne a reçu la même chose depuis 30 jours, ou tout le monde depuis dix minutes.',
      unseenMessage: 'Avertit si la personne a écrit quelque chose que vous n’avez pas vu.',
      foreignLink: 'Avertit des liens vers des sites qui ne sont pas ceux de votre entreprise.',
      price: 'Indique aux scripts l’effet d’un lien sur le prix. Le champ de réponse l’affiche toujours.',
    },
    figures: {
      title: 'Ces 30 derniers jours',
      refused: 'Retenues',
      heeded: 'Suivies',
      overruled: 'Autorisées quand même',
      hint: 'Suivies : la réponse a été modifiée, déplacée ou vérifiée jusqu’à ce que rien ne s’y oppose. Un garde-fou souvent ignoré donne de fausses alertes : précisez-le ci-dessous, ou désactivez-le.',
      none: 'Ces 30 derniers jours, aucune réponse envoyée n’a donné lieu à un avertissement.',
    },
    countries: 'Pays de vos clients',
    countriesHint:
      'Les pays dont Perch connaît les numéros de téléphone, en deux lettres. Sans pays, votre fuseau horaire décide.',
    patterns: 'Vos propres numéros',
    patternsHint:
      '# est un chiffre, ? une lettre, * l’un ou l’autre, + répète : KL-#### trouve KL-4711 et kl4711.',
    patternName: 'Nom',
    pattern: 'Modèle',
    test: 'Essayer les modèles sur un texte',
    found: 'Trouvé : {{list}}',
    foundNothing: 'Rien trouvé',
    links: 'Sites de votre entreprise',
    linksHint: 'Tout ce qui se trouve dessous compte aussi. Perch apprend aussi de vos propres posts.',
    publicData: 'Vos coordonnées publiques',
    publicDataHint:
      'Numéros et adresses que tout le monde peut voir ; @example.com vaut pour toutes ses adresses e-mail.',
  },
};
