import type { Words } from './catalogue.ts';
import type { enFileErrors } from './enFileErrors.ts';

/** French: what went wrong with a file that was chosen, and with a picture, attached to a reply or shown. */
export const frFileErrors: Words<typeof enFileErrors> = {
  fileTypeNotSupported: {
    what: '« {{name}} » ne peut pas être joint : Perch accepte les PNG, JPEG, WebP et GIF.',
    safe: 'Rien n’a été envoyé ; votre brouillon est conservé.',
    todo: 'Choisissez un autre fichier, ou publiez une vidéo sur x.com.',
  },
  fileTooLarge: {
    what: '« {{name}} » pèse {{over}} Mo ; X accepte au plus {{limit}} Mo.',
    safe: 'Rien n’a été envoyé ; votre brouillon est conservé.',
    todo: 'Réduisez l’image, puis joignez-la de nouveau.',
  },
  fileNotRead: {
    what: 'Impossible de lire le fichier {{file}}.',
    safe: 'Rien n’a été modifié.',
    todo: 'Vérifiez qu’il est toujours là et que vous avez le droit de l’ouvrir.',
  },
  copyNotOpened: {
    notPerch: {
      what: '{{file}} n’est pas un espace de travail de Perch.',
      safe: 'Le fichier n’a pas été modifié.',
      todo: 'Choisissez le fichier perch.sqlite d’un espace de travail, ou une sauvegarde de son dossier « copies ».',
    },
    damaged: {
      what: '{{file}} est endommagé et illisible.',
      safe: 'Le fichier n’a pas été modifié.',
      todo: 'Choisissez une autre copie ou une autre sauvegarde.',
    },
    newer: {
      what: '{{file}} a été enregistré par une version plus récente de Perch.',
      safe: 'Le fichier n’a pas été modifié.',
      todo: 'Mettez Perch à jour, puis ouvrez-le de nouveau.',
    },
    changing: {
      what: '{{file}} change sans cesse : un autre Perch l’utilise.',
      safe: 'Le fichier n’a pas été modifié.',
      todo: 'Quittez d’abord cet autre Perch, ou choisissez une sauvegarde.',
    },
    noRoom: {
      what: 'Le disque n’a plus de place pour la copie privée que demande la lecture de {{file}}.',
      safe: 'Le fichier n’a pas été modifié.',
      todo: 'Libérez de l’espace disque, puis ouvrez-le de nouveau.',
    },
    unreadable: {
      what: 'Impossible d’ouvrir {{file}}.',
      safe: 'Le fichier n’a pas été modifié.',
      todo: 'Vérifiez que le fichier existe toujours et que vous avez le droit de le lire.',
    },
  },
  readOnly: {
    what: 'Cet espace de travail est ouvert en lecture seule.',
    safe: 'Rien n’a été modifié.',
    todo: 'Pour faire des modifications, fermez-le et ouvrez le vôtre.',
  },
  archiveNotRead: {
    notZip: {
      what: '{{file}} n’est pas un fichier zip.',
      safe: 'Rien n’a été importé.',
      todo: 'Choisissez le fichier zip téléchargé depuis X, tel quel. Enregistrez d’abord une feuille de calcul au format CSV.',
    },
    noArchive: {
      what: '{{file}} n’est pas une archive de X : aucun compte n’y figure.',
      safe: 'Rien n’a été importé.',
      todo: 'Choisissez le fichier zip que X propose sous « Télécharger une archive de vos données », tel quel. Enregistrez d’abord une feuille de calcul au format CSV.',
    },
    damaged: {
      what: '{{file}} est endommagé ou incomplet.',
      safe: 'Rien n’a été importé.',
      todo: 'Téléchargez de nouveau l’archive depuis X.',
    },
    tooLarge: {
      what: '{{file}} contient plus de fichiers qu’une archive de X ne peut en avoir.',
      safe: 'Rien n’a été importé.',
      todo: 'Téléchargez de nouveau l’archive depuis X et choisissez le fichier zip tel quel.',
    },
    changed: {
      what: '{{file}} n’est plus le même fichier qu’au début de l’importation.',
      safe: 'Ce qui avait été importé est conservé.',
      todo: 'Importez-le de nouveau : rien n’est enregistré deux fois.',
    },
    notText: {
      what: '{{file}} n’est pas un tableau de texte.',
      safe: 'Rien n’a été importé.',
      todo: 'Exportez les messages au format CSV depuis l’autre outil et choisissez ce fichier tel quel.',
    },
    empty: {
      what: '{{file}} ne contient aucune ligne sous son en-tête.',
      safe: 'Rien n’a été importé.',
      todo: 'Choisissez un tableau dont la première ligne nomme les colonnes, avec un message sur chaque ligne suivante.',
    },
    tooManyColumns: {
      what: '{{file}} a plus de colonnes qu’un tableau de messages ne peut en avoir.',
      safe: 'Rien n’a été importé.',
      todo: 'N’exportez que les colonnes des messages, au format CSV.',
    },
    unclosedQuote: {
      what: 'Dans l’en-tête de {{file}}, un guillemet n’est pas fermé.',
      safe: 'Rien n’a été importé.',
      todo: 'Exportez de nouveau le tableau, ou corrigez sa première ligne.',
    },
  },
  tableNotUnderstood: {
    what: 'On ne sait pas encore comment lire {{file}}.',
    safe: 'Rien n’a été importé.',
    todo: 'Déposez le fichier sur l’écran Synchronisation et indiquez à quoi correspond chaque colonne.',
  },
  backupOfOther: {
    what: '{{file}} est une sauvegarde de @{{found}} ; cet espace de travail appartient à @{{expected}}.',
    safe: 'Rien n’a été modifié.',
    todo: 'Choisissez une sauvegarde de @{{expected}}, ou ouvrez d’abord l’espace de travail de @{{found}}.',
  },
  archiveOfOther: {
    what: '{{file}} est l’archive de @{{found}} ; cet espace de travail appartient à @{{expected}}.',
    safe: 'Rien n’a été importé.',
    todo: 'Choisissez l’archive de @{{expected}}, ou importez celle-ci dans un espace de travail de @{{found}}.',
  },
  archiveImporting: {
    what: 'Une autre archive est en cours d’importation, ou son importation est en pause : {{file}}.',
    safe: 'Ce qui a été importé est conservé.',
    todo: 'Attendez la fin de cette importation, ou annulez-la.',
  },
  textTooLarge: {
    what: '« {{name}} » pèse {{over}} Mo ; Perch importe au plus {{limit}} Mo à la fois.',
    safe: 'Rien n’a été importé.',
    todo: 'Répartissez-le en plusieurs fichiers, chacun avec la ligne d’en-tête, et importez-les l’un après l’autre.',
  },
  gifTooLarge: {
    what: '« {{name}} » a {{frames}} images de {{width}} × {{height}} pixels, soit {{millions}} millions en tout. X accepte les GIF animés d’au plus {{mostFrames}} images, {{longSide}} × {{shortSide}} pixels et {{mostMillions}} millions en tout.',
    safe: 'Rien n’a été envoyé ; votre brouillon est conservé.',
    todo: 'Réduisez ou raccourcissez le GIF, puis joignez-le de nouveau.',
  },
  pictureNotReadable: {
    what: '« {{name}} » n’est pas lisible comme image, ou compte trop de pixels.',
    safe: 'Rien n’a été envoyé ; votre brouillon est conservé.',
    todo: 'Enregistrez le fichier avec un autre logiciel, ou choisissez-en un autre.',
  },
  tooManyFiles: {
    what: 'Trop d’images : {{limit}} au plus ici, et un GIF toujours seul.',
    safe: 'Rien n’a été envoyé ; votre brouillon est conservé.',
    todo: 'Retirez-en quelques-unes.',
  },
  fileRefused: {
    what: 'X n’a pas accepté « {{name}} » : {{detail}}',
    safe: 'La réponse n’a pas été envoyée ; le texte et les images sont conservés.',
    todo: 'Réessayez, ou joignez un autre fichier.',
  },
  pictureNotLoaded: {
    what: 'Cette image n’a pas pu être chargée.',
    safe: 'Rien n’a été enregistré ni copié.',
    todo: 'Réessayez, ou ouvrez le message sur X.',
  },
  pictureNotCopied: {
    what: 'Cette image n’a pas pu être copiée.',
    safe: 'Le presse-papiers n’a pas changé.',
    todo: 'Enregistrez plutôt l’image.',
  },
};
