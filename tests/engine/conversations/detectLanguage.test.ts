import { describe, expect, test } from 'vitest';
import { detectLanguage } from '#engine/conversations/detectLanguage.ts';

const texts = {
  en: [
    'Where is my parcel?',
    'still nothing',
    'It stopped working again this morning',
    'can you please check my account',
    'Refund when??',
    "I've been waiting for two weeks",
    'Thanks, that works!',
    '@harbourhelp hello, anyone there? https://t.co/waarom',
    'my subscription was charged twice',
    'the song skips after ten seconds',
    'good morning, any update on this?',
    'Sorry, wrong number: it should be 48213',
  ],
  nl: [
    'Waar blijft mijn pakje?',
    'nog steeds niks',
    'Goedemorgen, is er al nieuws?',
    'Mijn bestelling is niet aangekomen',
    'dank je wel!',
    'Ik krijg mijn geld niet terug',
    'Kan iemand mij helpen?',
    'het werkt weer, bedankt',
    'Hoe zeg ik mijn abonnement op',
    'ik heb gisteren gebeld',
    'Er is twee keer geld afgeschreven',
    '@harbourhelp waarom doet de app het niet #help',
  ],
  fr: [
    'Où est mon colis ?',
    'toujours rien',
    "J'attends depuis deux semaines",
    'Bonjour, pouvez-vous vérifier mon compte ?',
    'Merci beaucoup',
    'Ma commande n’est pas arrivée',
    'ça ne marche pas',
    "L'application s'est arrêtée",
    'Je voudrais un remboursement svp',
    'Quelqu’un peut m’aider ?',
    'on m’a débité deux fois',
    'Comment résilier mon abonnement',
  ],
} as const;

describe('the language of a text', () => {
  test.each(Object.entries(texts).flatMap(([language, all]) => all.map((text) => [text, language])))(
    'of “%s” is %s',
    (text, language) => {
      expect(detectLanguage(text)).toBe(language);
    },
  );

  test.each([
    [''],
    ['ok'],
    ['😀😀😀'],
    ['48213'],
    ['@harbourhelp @anna #bedankt https://bonjour.example/merci'],
    ['hahaha'],
    ['Wo ist mein Paket bitte'],
    ['¿Dónde está mi paquete?'],
    ['Dov’è il mio pacco, grazie'],
    ['荷物はどこですか'],
    ['Thanks merci bedankt'],
  ])('of “%s” is not known', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });
});
