import type { Words } from './catalogue.ts';
import type { enBegin } from './enBegin.ts';

/** French: what a new account costs and how far back it begins. */
export const frBegin: Words<typeof enBegin> = {
  begin: {
    title: 'Avant que Perch ne lise @{{handle}}',
    intro: 'X facture tout ce que Perch lit. Aucun message ni aucun post n’a encore été lu.',
    from: 'À partir de quand Perch doit-il commencer ?',
    fromHint:
      'Les messages plus anciens qui arrivent avec restent lisibles, mais n’attendent pas dans la file.',
    choice: {
      today: 'Aujourd’hui',
      days3: 'Les 3 derniers jours',
      days7: 'Les 7 derniers jours',
      all: 'Tout ce que X montre encore',
    },
    counting: 'Perch interroge X…',
    about: 'environ {{usd}}',
    upTo: 'au plus {{usd}}',
    between: 'de {{least}} à {{most}}',
    costFrom: 'à partir de {{usd}}',
    unknownCost: 'inconnu',
    nothing: 'rien',
    mentions_one: '{{number}} mention',
    mentions_many: '{{number}} mentions',
    mentions_other: '{{number}} mentions',
    dms_one: '{{number}} message privé',
    dms_many: '{{number}} messages privés',
    dms_other: '{{number}} messages privés',
    ownPosts_one: '{{number}} post de vous',
    ownPosts_many: '{{number}} posts de vous',
    ownPosts_other: '{{number}} posts de vous',
    dmsUnknown: 'messages privés : inconnu',
    aboutNumber: 'environ {{number}}',
    upToNumber: 'au plus {{number}}',
    betweenNumbers: 'de {{least}} à {{most}}',
    costs: 'Coûts',
    perDay: 'Ensuite, chaque jour : {{cost}}',
    perDayAndMonth: 'Ensuite, chaque jour : {{cost}} ; par mois : {{month}}',
    checks: 'au plus {{usd}} pour repérer les posts supprimés',
    none: 'rien',
    dmsUnknownHint:
      'X ne dit pas combien il y a de messages privés. Perch peut lire les 20 plus récents et en déduire le nombre ; ils ne sont pas facturés une seconde fois aujourd’hui.',
    countDms: 'Calculer (au plus {{price}})',
    basis: {
      unknown:
        'Mentions et posts selon le décompte de X sur les 7 derniers jours. Ce sont des estimations ; seule la facture de X fait foi.',
      projected:
        'Mentions et posts selon le décompte de X sur les 7 derniers jours ; messages privés estimés d’après les 20 plus récents. X refacture chaque jour les 20 messages privés les plus récents. Ce sont des estimations ; seule la facture de X fait foi.',
      counted:
        'Mentions et posts selon le décompte de X sur les 7 derniers jours ; messages privés tous comptés. X refacture chaque jour les 20 messages privés les plus récents. Ce sont des estimations ; seule la facture de X fait foi.',
    },
    notCounted: 'X n’a donné aucun décompte : seules les limites de X sont connues',
    cap: 'Plafond mensuel (dollars américains)',
    capHint:
      'Au plafond, Perch cesse de lire jusqu’au mois suivant ; les réponses partent toujours. Vide : aucun plafond.',
    hours: { weekdays: 'Lun–ven, 9–17 h', always: 'Toujours' },
    hoursHint: 'Elles seules comptent pour les délais. Modifiables dans Réglages.',
    nameHint: 'Pour vos collègues sur cet ordinateur. Les clients ne le voient pas.',
    start: 'Commencer à lire',
    starting: 'Perch commence…',
    later: 'Plus tard',
  },
};
