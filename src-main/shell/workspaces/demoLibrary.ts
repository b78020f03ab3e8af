import type { EngineInput } from '#shared/contract/engine.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';

type Canned = EngineInput<'library.create'>;

const inLanguages = (texts: Readonly<Record<ReplyLanguage, string>>, channel: Channel | null = null) =>
  (Object.entries(texts) as [ReplyLanguage, string][]).map(([language, text]) => ({
    language,
    channel,
    text,
  }));

/** The canned responses that a new demo begins with, in the languages of its customers. */
export const demoLibrary: readonly Canned[] = [
  {
    title: 'Parcel is late',
    shortcut: 'late',
    folder: 'Orders/Delivery',
    texts: [
      ...inLanguages(
        {
          en: 'Hi {firstName}, I’m sorry your parcel isn’t there yet. Could you send us a private message with your order number? Then we can see where it is.',
          nl: 'Dag {firstName}, sorry dat je pakje er nog niet is. Stuur je ons een privébericht met je bestelnummer? Dan kijken we meteen waar het is.',
          fr: 'Bonjour {firstName}, toutes nos excuses pour ce retard. Pouvez-vous nous envoyer votre numéro de commande en message privé ? Nous regarderons aussitôt où se trouve votre colis.',
        },
        'public',
      ),
      ...inLanguages(
        {
          en: 'Hi {firstName}, thanks. Order {orderNumber} is with the carrier and should reach you within two working days. If it doesn’t, let me know here and we’ll send it again.',
          nl: 'Dag {firstName}, bedankt. Bestelling {orderNumber} is bij de vervoerder en zou binnen twee werkdagen bij je moeten zijn. Komt ze niet aan, laat het hier dan weten: we sturen ze opnieuw.',
          fr: 'Bonjour {firstName}, merci. La commande {orderNumber} est chez le transporteur et devrait vous parvenir sous deux jours ouvrables. Si ce n’est pas le cas, écrivez-moi ici et nous la renverrons.',
        },
        'dm',
      ),
    ],
  },
  {
    title: 'How to return something',
    shortcut: 'return',
    folder: 'Orders/Returns',
    texts: inLanguages({
      en: 'Hi {firstName}, of course. You can send anything back within 30 days: the label is at https://harbour.example.com/returns, and the return is free.',
      nl: 'Dag {firstName}, dat kan. Je hebt 30 dagen om iets terug te sturen: het label vind je op https://harbour.example.com/returns en terugsturen is gratis.',
      fr: 'Bonjour {firstName}, bien sûr. Vous avez 30 jours pour renvoyer un article : l’étiquette se trouve sur https://harbour.example.com/returns et le retour est gratuit.',
    }),
  },
  {
    title: 'Refund is on its way',
    shortcut: 'refund',
    folder: 'Orders/Returns',
    texts: inLanguages(
      {
        en: 'Hi {firstName}, good news: I’ve just refunded order {orderNumber}. The money is usually in your account within five working days.',
        nl: 'Dag {firstName}, goed nieuws: ik heb bestelling {orderNumber} net terugbetaald. Meestal staat het geld binnen vijf werkdagen op je rekening.',
        fr: 'Bonjour {firstName}, bonne nouvelle : je viens de rembourser la commande {orderNumber}. La somme arrive en général sur votre compte sous cinq jours ouvrables.',
      },
      'dm',
    ),
  },
  {
    title: 'Account taken over',
    shortcut: 'hacked',
    folder: 'Account',
    texts: inLanguages({
      en: 'Hi {firstName}, that’s worrying, I’m sorry. Please sign out everywhere and set a new password first: https://harbour.example.com/secure. Then write to us in private, and we’ll check the rest with you.',
      nl: 'Dag {firstName}, dat is schrikken, sorry. Meld je eerst overal af en kies een nieuw wachtwoord: https://harbour.example.com/secure. Stuur ons daarna een privébericht, dan kijken we samen de rest na.',
      fr: 'Bonjour {firstName}, nous en sommes désolés. Déconnectez d’abord tous vos appareils et changez de mot de passe : https://harbour.example.com/secure. Écrivez-nous ensuite en privé pour vérifier le reste ensemble.',
    }),
  },
  {
    title: 'Password email does not arrive',
    shortcut: 'password',
    folder: 'Account',
    texts: inLanguages({
      en: 'Hi {firstName}, the email for a new password can take ten minutes and sometimes lands in spam. Nothing there? Write to us in private with the email address of your account.',
      nl: 'Dag {firstName}, de mail voor een nieuw wachtwoord kan tien minuten onderweg zijn en komt soms bij de spam terecht. Nog niets? Stuur ons dan in een privébericht het e-mailadres van je account.',
      fr: 'Bonjour {firstName}, l’e-mail pour changer de mot de passe peut mettre dix minutes et arrive parfois dans les indésirables. Toujours rien ? Envoyez-nous en privé l’adresse e-mail de votre compte.',
    }),
  },
  {
    title: 'Payment failed',
    shortcut: 'payment',
    folder: 'Account',
    texts: inLanguages(
      {
        en: 'Hi {firstName}, your bank declined the payment. You can try again or choose another card at https://harbour.example.com/billing; your files and playlists stay where they are.',
        nl: 'Dag {firstName}, je bank heeft de betaling geweigerd. Probeer het opnieuw of kies een andere kaart op https://harbour.example.com/billing; je bestanden en afspeellijsten blijven staan.',
        fr: 'Bonjour {firstName}, votre banque a refusé le paiement. Réessayez ou choisissez une autre carte sur https://harbour.example.com/billing ; vos fichiers et playlists sont conservés.',
      },
      'dm',
    ),
  },
  {
    title: 'Song is gone',
    shortcut: 'licence',
    folder: 'Music',
    texts: inLanguages({
      en: 'Hi {firstName}, songs sometimes leave Harbour when a licence ends. We’d like it back as much as you: once it returns, it’s in your playlists again by itself.',
      nl: 'Dag {firstName}, soms verdwijnt een nummer uit Harbour omdat een licentie afloopt. Wij willen het net zo graag terug: komt het terug, dan staat het vanzelf weer in je afspeellijsten.',
      fr: 'Bonjour {firstName}, il arrive qu’un titre quitte Harbour à la fin d’une licence. Dès qu’il reviendra, vous le retrouverez automatiquement dans vos playlists.',
    }),
  },
  {
    title: 'Reinstall the app',
    shortcut: 'reinstall',
    folder: 'App',
    texts: inLanguages({
      en: 'Hi {firstName}, sorry about that! A clean reinstall solves this most of the time: https://harbour.example.com/reinstall. Still the same afterwards? Tell us your device and the version of the app.',
      nl: 'Dag {firstName}, sorry daarvoor! De app helemaal opnieuw installeren helpt meestal: https://harbour.example.com/reinstall. Blijft het zo? Laat ons dan weten welk toestel en welke versie je hebt.',
      fr: 'Bonjour {firstName}, désolés ! Une réinstallation complète règle le plus souvent ce problème : https://harbour.example.com/reinstall. S’il persiste, indiquez-nous votre appareil et la version de l’app.',
    }),
  },
  {
    title: 'Idea passed on',
    shortcut: 'idea',
    folder: 'General',
    texts: inLanguages({
      en: 'That’s a good idea, {firstName}. I’ve passed it on to the people who build {company}. You can follow it and vote for it at https://harbour.example.com/ideas.',
      nl: 'Goed idee, {firstName}. Ik heb het doorgegeven aan de mensen die {company} maken. Op https://harbour.example.com/ideas kun je het volgen en erop stemmen.',
      fr: 'Bonne idée, {firstName}. Je l’ai transmise à l’équipe de {company}. Vous pouvez la suivre et voter pour elle sur https://harbour.example.com/ideas.',
    }),
  },
  {
    title: 'Glad it works',
    shortcut: 'glad',
    folder: 'General',
    texts: inLanguages({
      en: 'Glad that it works again, {firstName}! If there’s anything else, we’re here every day. ^{agent}',
      nl: 'Fijn dat het weer werkt, {firstName}! Is er nog iets, dan zijn we er elke dag. ^{agent}',
      fr: 'Ravis que tout fonctionne à nouveau, {firstName} ! Pour toute autre question, nous sommes là tous les jours. ^{agent}',
    }),
  },
];
