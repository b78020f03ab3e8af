import type { Words } from './catalogue.ts';
import type { enNetwork } from './enNetwork.ts';

/** French: what leaves the machine. */
export const frNetwork: Words<typeof enNetwork> = {
  network: {
    title: 'Activité réseau',
    show: 'Afficher…',
    settingsHint: 'Chaque hôte contacté par Perch, quand et pourquoi.',
    hint: 'Les requêtes à X sont comptées pour cet espace de travail, les images pour cet ordinateur. Seuls les hôtes et les chiffres sont conservés.',
    readOnlyHint:
      'D’une copie, vous voyez ce que son espace de travail avait contacté. Ouverte en lecture, elle ne contacte rien.',
    never:
      'Perch contacte X et les hôtes des images de X, rien d’autre : il n’envoie aucune donnée d’utilisation, ne cherche pas de mises à jour et n’a besoin d’aucun service pour l’orthographe ou les polices. Les liens que vous ouvrez, et la page où vous autorisez Perch, sont chargés par votre navigateur.',
    nothing: 'Aucun hôte n’a encore été contacté.',
    failed: 'Impossible de charger l’activité réseau',
    thisComputer: 'cet ordinateur',
    host: 'Hôte',
    purpose: 'Objet',
    requests: 'Requêtes',
    failures: 'Échecs',
    received: 'Reçu',
    first: 'Première',
    last: 'Dernière',
    purposes: {
      login: 'Se connecter et renouveler la connexion',
      account: 'Vérifier le compte',
      mentions: 'Relever les mentions',
      dms: 'Relever les messages privés',
      ownPosts: 'Relever vos posts',
      savedSearches: 'Exécuter les recherches enregistrées',
      quotes: 'Relever les citations de vos posts',
      parents: 'Relever les posts auxquels on a répondu',
      people: 'Consulter des profils',
      deletions: 'Vérifier les posts supprimés',
      estimate: 'Compter les messages à l’avance',
      dmMedia: 'Charger les médias des messages privés',
      send: 'Envoyer les réponses',
      upload: 'Téléverser des images',
      reconcile: 'Vérifier si une réponse est arrivée',
      moderation: 'Supprimer, masquer, bloquer',
      profilePictures: 'Charger les photos de profil',
      media: 'Charger les médias des posts',
    },
  },
};
