import type { ConversationStatus, Priority } from '#shared/domain/conversation.ts';
import type { Language } from '#shared/domain/language.ts';
import type { MediaType } from '#shared/domain/message.ts';

/** The words of an exported page. */
export interface ExportWords {
  readonly title: string;
  readonly person: string;
  readonly account: string;
  readonly channel: string;
  readonly channels: { readonly public: string; readonly dm: string };
  readonly period: string;
  readonly firstReply: string;
  readonly nextReplies: string;
  readonly manyWaits: string;
  readonly none: string;
  /** Where an agent would be named. */
  readonly nobody: string;
  readonly agents: string;
  readonly assignee: string;
  readonly tags: string;
  readonly status: string;
  readonly statuses: Readonly<Record<ConversationStatus, string>>;
  readonly priority: string;
  readonly priorities: Readonly<Record<Priority, string>>;
  readonly score: string;
  readonly messages: string;
  readonly missing: string;
  readonly nothingMissing: string;
  readonly exported: string;
  readonly deleted: string;
  readonly unreadable: string;
  readonly notSent: string;
  readonly notIncluded: string;
  readonly tooLarge: string;
  readonly media: Readonly<Record<MediaType, string>>;
}

const en: ExportWords = {
  title: 'Conversations with {name}',
  person: 'Customer',
  account: 'Account',
  channel: 'Channel',
  channels: { public: 'Public', dm: 'Private' },
  period: 'From – to',
  firstReply: 'First reply after',
  nextReplies: 'Later replies after',
  manyWaits: '{median} (median of {count}), {longest} at most',
  none: 'None',
  nobody: 'Nobody',
  agents: 'Agents',
  assignee: 'Assignee',
  tags: 'Tags',
  status: 'Status',
  statuses: { new: 'New', open: 'Open', pending: 'Waiting for them', resolved: 'Resolved' },
  priority: 'Priority',
  priorities: { urgent: 'Urgent', high: 'High', normal: 'Normal', low: 'Low' },
  score: 'Survey',
  messages: 'Messages',
  missing: 'May be missing',
  nothingMissing: 'Nothing known to be missing',
  exported: 'Exported',
  deleted: 'Deleted on X',
  unreadable: 'Encrypted: Perch can’t read it',
  notSent: 'Not sent',
  notIncluded: 'not stored in Perch',
  tooLarge: 'too large for this page, but stored in Perch',
  media: { photo: 'Photo', video: 'Video', gif: 'GIF', audio: 'Voice message', other: 'Attachment' },
};

const nl: ExportWords = {
  title: 'Gesprekken met {name}',
  person: 'Klant',
  account: 'Account',
  channel: 'Kanaal',
  channels: { public: 'Openbaar', dm: 'Privé' },
  period: 'Van – tot',
  firstReply: 'Eerste antwoord na',
  nextReplies: 'Latere antwoorden na',
  manyWaits: '{median} (mediaan van {count}), hoogstens {longest}',
  none: 'Geen',
  nobody: 'Niemand',
  agents: 'Medewerkers',
  assignee: 'Toegewezen aan',
  tags: 'Labels',
  status: 'Status',
  statuses: { new: 'Nieuw', open: 'Open', pending: 'Wacht op klant', resolved: 'Afgerond' },
  priority: 'Prioriteit',
  priorities: { urgent: 'Urgent', high: 'Hoog', normal: 'Normaal', low: 'Laag' },
  score: 'Enquête',
  messages: 'Berichten',
  missing: 'Ontbreekt mogelijk',
  nothingMissing: 'Voor zover bekend ontbreekt er niets',
  exported: 'Geëxporteerd',
  deleted: 'Verwijderd op X',
  unreadable: 'Versleuteld: Perch kan het niet lezen',
  notSent: 'Niet verstuurd',
  notIncluded: 'niet opgeslagen in Perch',
  tooLarge: 'te groot voor deze pagina, maar wel opgeslagen in Perch',
  media: { photo: 'Foto', video: 'Video', gif: 'Gif', audio: 'Spraakbericht', other: 'Bijlage' },
};

const fr: ExportWords = {
  title: 'Conversations avec {name}',
  person: 'Client',
  account: 'Compte',
  channel: 'Canal',
  channels: { public: 'Public', dm: 'Privé' },
  period: 'Du – au',
  firstReply: 'Première réponse après',
  nextReplies: 'Réponses suivantes après',
  manyWaits: '{median} (médiane de {count} délais), {longest} au plus',
  none: 'Aucune',
  nobody: 'Personne',
  agents: 'Agents',
  assignee: 'Attribuée à',
  tags: 'Étiquettes',
  status: 'Statut',
  statuses: { new: 'Nouvelle', open: 'Ouverte', pending: 'En attente du client', resolved: 'Clôturée' },
  priority: 'Priorité',
  priorities: { urgent: 'Urgente', high: 'Haute', normal: 'Normale', low: 'Basse' },
  score: 'Enquête',
  messages: 'Messages',
  missing: 'Manque peut-être',
  nothingMissing: 'À notre connaissance, rien ne manque',
  exported: 'Exporté',
  deleted: 'Supprimé sur X',
  unreadable: 'Chiffré : Perch ne peut pas le lire',
  notSent: 'Non envoyé',
  notIncluded: 'non enregistré dans Perch',
  tooLarge: 'trop lourd pour cette page, mais enregistré dans Perch',
  media: { photo: 'Photo', video: 'Vidéo', gif: 'GIF', audio: 'Message vocal', other: 'Pièce jointe' },
};

/** The words of exported pages by language. */
export const exportWords: Readonly<Record<Language, ExportWords>> = { en, nl, fr };
