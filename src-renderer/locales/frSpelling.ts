import type { Words } from './catalogue.ts';
import type { enSpelling } from './enSpelling.ts';

/** French: spelling. */
export const frSpelling: Words<typeof enSpelling> = {
  spelling: {
    check: 'Vérifier l’orthographe',
    checkHint:
      'Souligne les fautes : dans les réponses, selon la langue du client ; dans les notes, selon la vôtre. Clic droit pour les suggestions. Fonctionne hors ligne, en français, néerlandais et anglais.',
    checkHintMac: 'macOS souligne les fautes dans les réponses et les notes.',
    unreadable:
      'Désactivée pour {{languages}} : son dictionnaire n’a pas pu être lu. Réinstaller Perch peut aider.',
    words: 'Vos mots',
    wordsHint: 'Les mots que vous avez ajoutés au dictionnaire ne sont jamais soulignés sur cet ordinateur.',
    remove: 'Supprimer « {{word}} »',
  },
};
