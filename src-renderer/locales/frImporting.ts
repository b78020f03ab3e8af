import type { Words } from './catalogue.ts';
import type { enImporting } from './enImporting.ts';

/** French: importing and exporting canned responses. */
export const frImporting: Words<typeof enImporting> = {
  importing: {
    menu: 'Importer et exporter',
    import: 'Importer depuis un fichier…',
    exportCsv: 'Exporter en tableau (CSV)…',
    exportJson: 'Exporter en JSON…',
    exportName: 'Réponses types',
    title: 'Importer des réponses types',
    from: 'Ce que « {{name}} » change dans votre bibliothèque :',
    created_one: '{{formatted}} nouvelle réponse type',
    created_many: '{{formatted}} nouvelles réponses types',
    created_other: '{{formatted}} nouvelles réponses types',
    updated_one: '{{formatted}} modifiée',
    updated_many: '{{formatted}} modifiées',
    updated_other: '{{formatted}} modifiées',
    unchanged_one: '{{formatted}} inchangée',
    unchanged_many: '{{formatted}} inchangées',
    unchanged_other: '{{formatted}} inchangées',
    nothing: 'Tout ce que contient « {{name}} » est déjà mot pour mot dans votre bibliothèque.',
    keeps: 'Rien n’est supprimé, et vous pourrez annuler l’import.',
    apply_one: 'Importer {{formatted}} réponse',
    apply_many: 'Importer {{formatted}} réponses',
    apply_other: 'Importer {{formatted}} réponses',
    done_one: '{{formatted}} réponse type importée',
    done_many: '{{formatted}} réponses types importées',
    done_other: '{{formatted}} réponses types importées',
    refused_one: 'Rien n’a été importé : « {{name}} » contient une erreur.',
    refused_many: 'Rien n’a été importé : « {{name}} » contient {{formatted}} erreurs.',
    refused_other: 'Rien n’a été importé : « {{name}} » contient {{formatted}} erreurs.',
    refusedMany: 'Rien n’a été importé. Voici les {{formatted}} premières erreurs de « {{name}} ».',
    errors: 'Erreurs',
    chooseAgain: 'Choisir de nouveau un fichier…',
    line: 'Ligne {{line}}',
    lineColumn: 'Ligne {{line}}, colonne {{column}}',
    wrong: {
      empty: 'Il ne contient aucune réponse type. Mettez au moins une ligne sous l’en-tête.',
      notText: 'Ce n’est pas un fichier texte. Dans votre tableur, enregistrez le tableau en CSV (UTF-8).',
      wrongEncoding: 'Ses caractères sont illisibles. Enregistrez le fichier en UTF-8.',
      notJson: 'Le JSON s’interrompt ou est incorrect ici. Corrigez-le, ou exportez de nouveau.',
      unclosedQuote: 'Un guillemet s’ouvre ici et ne se ferme jamais. Ajoutez le guillemet fermant.',
      strayQuote: 'Un guillemet se trouve au milieu d’un champ. Doublez-le.',
      missingColumn: 'Cette colonne manque. Ajoutez-la à l’en-tête.',
      unknownColumn:
        'Cette colonne est inconnue. Utilisez id, title, shortcut, folder, language, channel et text, ou supprimez-la.',
      duplicateColumn: 'Cette colonne figure deux fois. Supprimez-en une.',
      fieldCount:
        'Il y a {{found}} champs, plus que de colonnes. Mettez entre guillemets le texte qui contient des séparateurs.',
      emptyField: 'Ce champ est vide. Remplissez-le, ou supprimez la ligne.',
      tooLong: 'Ce champ dépasse {{limit}} caractères. Raccourcissez-le.',
      unknownLanguage:
        '« {{found}} » n’est pas une langue de réponse. Écrivez en, nl ou fr, ou laissez vide pour toutes.',
      unknownChannel:
        '« {{found}} » n’est pas un canal. Écrivez public ou private, ou laissez vide pour les deux.',
      invalidShortcut:
        '« {{found}} » n’est pas un raccourci. N’utilisez que des lettres, des chiffres, - et _.',
      duplicateShortcut: 'Une autre réponse type a le raccourci « {{found}} ». Changez l’un des deux.',
      duplicateText: 'Cette réponse type a déjà un texte pour cette langue et ce canal. Supprimez-en un.',
      contradiction:
        '« {{found}} » figure deux fois avec des détails différents. Accordez-les, ou supprimez-en une.',
      invalid: '« {{found}} » n’est pas ce qui est attendu ici. Comparez avec un export.',
    },
  },
};
