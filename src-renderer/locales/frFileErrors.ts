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
