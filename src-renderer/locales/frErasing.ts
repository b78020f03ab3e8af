import type { Words } from './catalogue.ts';
import type { enErasing } from './enErasing.ts';

/** French: erasing a person for good. */
export const frErasing: Words<typeof enErasing> = {
  erasing: {
    command: 'Effacer cette personne…',
    button: 'Effacer…',
    title: 'Effacer définitivement {{name}} ?',
    conversations_one: '{{formatted}} conversation',
    conversations_many: '{{formatted}} de conversations',
    conversations_other: '{{formatted}} conversations',
    messages_one: '{{formatted}} message, avec les réponses de votre équipe',
    messages_many: '{{formatted}} de messages, avec les réponses de votre équipe',
    messages_other: '{{formatted}} messages, avec les réponses de votre équipe',
    notes_one: '{{formatted}} note',
    notes_many: '{{formatted}} de notes',
    notes_other: '{{formatted}} notes',
    drafts_one: '{{formatted}} brouillon',
    drafts_many: '{{formatted}} de brouillons',
    drafts_other: '{{formatted}} brouillons',
    replies_one: '{{formatted}} réponse que X n’a pas encore',
    replies_many: '{{formatted}} de réponses que X n’a pas encore',
    replies_other: '{{formatted}} réponses que X n’a pas encore',
    surveys_one: '{{formatted}} enquête',
    surveys_many: '{{formatted}} d’enquêtes',
    surveys_other: '{{formatted}} enquêtes',
    files_one: '{{formatted}} image, vidéo ou enregistrement d’un message privé',
    files_many: '{{formatted}} d’images, vidéos et enregistrements de messages privés',
    files_other: '{{formatted}} images, vidéos et enregistrements de messages privés',
    rest: 'Son profil, ce qu’a fait votre équipe, les recherches à son sujet et le cache des images, qui se remplit de nouveau tout seul',
    figures:
      'Les rapports sur les enquêtes, les passages en privé et les réponses types changent en conséquence. Les coûts restent tels quels.',
    stays:
      'Ce que d’autres ont écrit reste, même là où cette personne est nommée, et rien n’est supprimé sur X. Si elle écrit de nouveau, ce sera un nouveau contact.',
    onItsWay:
      'Une réponse à cette personne est en route vers X ou y est peut-être arrivée. Réglez d’abord son sort dans la boîte d’envoi.',
    backups_one:
      '{{formatted}} sauvegarde contient encore cette personne. Si elle est restaurée, la personne est de nouveau effacée. Les copies que vous avez faites vous-même restent telles quelles.',
    backups_many:
      '{{formatted}} de sauvegardes contiennent encore cette personne. Si l’une est restaurée, la personne est de nouveau effacée. Les copies que vous avez faites vous-même restent telles quelles.',
    backups_other:
      '{{formatted}} sauvegardes contiennent encore cette personne. Si l’une est restaurée, la personne est de nouveau effacée. Les copies que vous avez faites vous-même restent telles quelles.',
    deleteBackups: 'Supprimer aussi ces sauvegardes, dès qu’il y en a une nouvelle',
    final: 'Cette action est irréversible.',
    doIt: 'Effacer définitivement',
    busy: 'Effacement…',
    goOn: 'Continuer en arrière-plan',
    cannotStop: 'L’effacement ne peut plus être arrêté ; vous pouvez continuer à travailler.',
    rewriting: 'L’index de recherche est en cours de réécriture : {{percent}}.',
    doneTitle: 'Données effacées',
    done_one: 'Tout a été effacé, dont {{formatted}} message.',
    done_many: 'Tout a été effacé, dont {{formatted}} de messages.',
    done_other: 'Tout a été effacé, dont {{formatted}} messages.',
    proof:
      'Perch a ensuite interrogé {{tables}} tables, et cherché {{words}} mots dans l’index de recherche.',
    nothingFound: 'Rien n’a été trouvé.',
    found_one: '{{formatted}} trace trouvée. Merci de le signaler.',
    found_many: '{{formatted}} de traces trouvées. Merci de le signaler.',
    found_other: '{{formatted}} traces trouvées. Merci de le signaler.',
    unproven:
      'Tout a été effacé. Le service d’arrière-plan de Perch s’est interrompu, puis a terminé l’effacement en redémarrant : il n’y a donc pas de preuve cette fois-ci.',
    backupsMay:
      'Des sauvegardes peuvent encore contenir cette personne. Si l’une est restaurée, la personne est de nouveau effacée.',
    backupsGo: 'Les anciennes sauvegardes sont supprimées dès qu’il y en a une nouvelle.',
    compacted: 'Le fichier a ensuite été réécrit sans cette personne.',
    notCompacted: 'Dans le fichier, ce qui a été effacé est écrasé.',
    backupsRenewed: 'Les anciennes sauvegardes sont supprimées, et il y en a une nouvelle.',
    ledgerDamaged:
      'La liste des personnes effacées est endommagée : une archive ou une ancienne sauvegarde pourrait les faire réapparaître. Remettez un fichier erasures.json intact dans le dossier de l’espace de travail, ou effacez de nouveau ces personnes ; supprimez ensuite erasures.json.damaged.',
  },
};
