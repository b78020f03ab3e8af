import type { Words } from './catalogue.ts';
import type { enRetention } from './enRetention.ts';

/** French: erasing old conversations by rules. */
export const frRetention: Words<typeof enRetention> = {
  retention: {
    title: 'Effacer les anciennes conversations',
    rule_one: 'Sans message depuis {{formatted}} jour',
    rule_many: 'Sans message depuis {{formatted}} de jours',
    rule_other: 'Sans message depuis {{formatted}} jours',
    ruleWithTag_one: 'Avec l’étiquette « {{tag}} », sans message depuis {{formatted}} jour',
    ruleWithTag_many: 'Avec l’étiquette « {{tag}} », sans message depuis {{formatted}} de jours',
    ruleWithTag_other: 'Avec l’étiquette « {{tag}} », sans message depuis {{formatted}} jours',
    remove: 'Retirer',
    removeRule: 'Retirer la règle : {{rule}}',
    age: 'Rien d’écrit depuis',
    hint: 'Uniquement des conversations clôturées, sans brouillon ni réponse non envoyée. Une fois par jour, quand personne ne travaille avec Perch. Désactivé sans règle.',
    ages: {
      d180: '180 jours',
      d365: '1 an',
      d730: '2 ans',
      d1095: '3 ans',
      d1825: '5 ans',
      d3650: '10 ans',
    },
    tag: 'Avec l’étiquette',
    allTags: 'N’importe laquelle ou aucune',
    new: 'Nouvelle règle',
    add: 'Ajouter cette règle…',
    addYes: 'Ajouter la règle',
    question: 'La règle continue toute seule. Ce qui est effacé ne peut pas être récupéré.',
    counting: 'Calcul de ce qui serait effacé…',
    wouldErase_one: 'Effacerait maintenant {{formatted}} conversation, du {{day}}.',
    wouldErase_many: 'Effacerait maintenant {{formatted}} de conversations, la plus ancienne du {{day}}.',
    wouldErase_other: 'Effacerait maintenant {{formatted}} conversations, la plus ancienne du {{day}}.',
    wouldEraseNone: 'N’effacerait rien maintenant.',
    now: 'Toutes les règles ensemble',
    run: 'Effacer maintenant…',
    lastRun_one: 'Dernier effacement : {{formatted}} conversation, {{time}}',
    lastRun_many: 'Dernier effacement : {{formatted}} de conversations, {{time}}',
    lastRun_other: 'Dernier effacement : {{formatted}} conversations, {{time}}',
  },
};
