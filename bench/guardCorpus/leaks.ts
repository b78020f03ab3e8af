import type { PrivateData } from '#shared/privateData.ts';
import { hardLeaks } from './hardLeaks.ts';
import type { Leak } from './leak.ts';
import { createChoices, toValue } from './leakedValues.ts';

type Sentences = Readonly<Record<Leak['language'], readonly string[]>>;

/** Replies of agents; `#` is what they give away. */
const sentences: Readonly<Record<PrivateData, Sentences>> = {
  phone: {
    en: [
      'Hi Anna, we tried to call you on # but nobody answered.',
      'Is # still your number?',
      '@anna We’ll ring # between 9:00 and 17:30 on 27/11/2026.',
      'Thanks! (#) is noted.',
    ],
    nl: [
      'Dag Anna, we belden je op # maar kregen geen gehoor.',
      'Klopt # nog als nummer?',
      'We bellen # tussen 9u en 17u30 op 27/11/2026.',
      'Bedankt, #, is genoteerd.',
    ],
    fr: [
      'Bonjour Anna, nous avons essayé le # sans succès.',
      'Le # est-il toujours valable ?',
      'Nous rappelons le # entre 9h et 17h30 le 27/11/2026.',
      'Merci : # est noté.',
    ],
  },
  email: {
    en: [
      'We have sent it to # this morning.',
      'Your account is under #, right?',
      '@anna The invoice went to #.',
      'Please check the inbox of # 📧',
    ],
    nl: [
      'We hebben het vanochtend naar # gestuurd.',
      'Je account staat op #, toch?',
      'De factuur ging naar #.',
      'Kijk even in de mailbox van # 📧',
    ],
    fr: [
      'Nous l’avons envoyé ce matin à # !',
      'Votre compte est au nom de #, c’est bien ça ?',
      'La facture est partie à #.',
      'Regardez la boîte de # 📧',
    ],
  },
  iban: {
    en: [
      'We refunded € 49,95 to #, it takes 3 days.',
      'Is # the right account?',
      'Refund to # on 27/11/2026.',
      '#: that is where it went.',
    ],
    nl: [
      'We stortten € 49,95 terug op #, dat duurt 3 dagen.',
      'Is # de juiste rekening?',
      'Terugbetaling op # op 27/11/2026.',
      '#: daar ging het heen.',
    ],
    fr: [
      'Nous avons remboursé 49,95 € sur #, comptez 3 jours.',
      'Le compte # est-il le bon ?',
      'Remboursement sur # le 27/11/2026.',
      '# : c’est parti là.',
    ],
  },
  card: {
    en: [
      'Your card # was charged twice.',
      'The payment with # failed at 14:30.',
      'We see # on file since 2024.',
      'Use # again, please.',
    ],
    nl: [
      'Je kaart # werd twee keer belast.',
      'De betaling met # mislukte om 14:30.',
      'We zien # sinds 2024.',
      'Gebruik # nog eens.',
    ],
    fr: [
      'Votre carte # a été débitée deux fois.',
      'Le paiement avec # a échoué à 14h30.',
      'Nous voyons # depuis 2024.',
      'Réutilisez #, merci.',
    ],
  },
  address: {
    en: [
      'The parcel went to # yesterday.',
      'Do you still live at #?',
      'We’ll come to # on 3 May between 9:00 and 12:00.',
      'Delivered: #',
    ],
    nl: [
      'Het pakje ging gisteren naar de #',
      'Woon je nog in de #?',
      'We komen op 3 mei naar #, tussen 9u en 12u.',
      'Bezorgd: #',
    ],
    fr: [
      'Le colis est parti hier au #',
      'Habitez-vous toujours #?',
      'Nous passerons au #, le 3 mai entre 9h et 12h.',
      'Livré : #',
    ],
  },
  number: {
    en: [
      'Your order # ships today.',
      'We found # in our system.',
      'Customer number # was closed on 27/11/2026.',
      'Thanks, # it is!',
    ],
    nl: [
      'Je bestelling # vertrekt vandaag.',
      'We vonden # in ons systeem.',
      'Klantnummer # werd op 27/11/2026 afgesloten.',
      'Bedankt, # dus!',
    ],
    fr: [
      'Votre commande # part aujourd’hui.',
      'Nous avons trouvé # dans notre système.',
      'Le numéro client # a été clôturé le 27/11/2026.',
      'Merci, # donc !',
    ],
  },
};

const VARIANTS = 2;

/** Leaks of every kind in three languages, written by a seeded generator, and those that were hard to find, written by hand. */
export function listLeaks(seed: number): Leak[] {
  const choices = createChoices(seed);
  const kinds = Object.keys(sentences) as PrivateData[];
  const generated = kinds.flatMap((kind) =>
    (['en', 'nl', 'fr'] as const).flatMap((language) =>
      sentences[kind][language].flatMap((sentence) =>
        Array.from({ length: VARIANTS * 3 }, (): Leak => {
          const part = toValue(choices, kind, language);
          return { language, kind, part, text: sentence.replace('#', () => part) };
        }),
      ),
    ),
  );
  return [...generated, ...hardLeaks];
}
