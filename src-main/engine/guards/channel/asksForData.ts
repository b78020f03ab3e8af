import type { Span } from './span.ts';

const things = {
  en: '(?:(?:order|customer|client|account|booking|reservation|policy|contract|invoice|member(?:ship)?|card|phone|mobile|telephone|contact|bank account|passport|confirmation|iban)(?: |-)?(?:numbers?|no\\.?|id|refs?|references?|code|details?)|(?:e-?mail|home|postal|delivery|shipping|billing|street|full)(?: |-)?address(?:es)?|address details|date of birth|birth ?date|d\\.?o\\.?b\\.?|pass(?:word|code)|pin(?: code)?|iban|bank details|card details|full name and (?:address|postcode))',
  nl: '(?:(?:bestel|order|klant|account|boekings?|reserverings?|polis|contract|factuur|lidmaatschaps|telefoon|gsm-?|mobiele |rekening|paspoort|dossier|rijksregister)(?:nummer|code|gegevens)|(?:e-?mail|thuis|post|lever|factuur|woon)?-?adres|e-mail ?adres|geboortedatum|wachtwoord|pincode|iban|adresgegevens|bankgegevens|postcode en huisnummer)',
  fr: "(?:(?:num[ée]ro|n°|code|référence)s? (?:de |d'|du )?(?:commande|client|compte|téléphone|dossier|réservation|contrat|facture|carte|police|portable|gsm|adhérent|passeport)|adresse (?:e-?mail|mail|postale|de livraison|complète|électronique)|date de naissance|mot de passe|code pin|iban|coordonnées(?: bancaires)?|rib)",
};

/** What makes a sentence ask for something to be written here. */
const asks = {
  en: "(?:(?:please |kindly |just )?(?:reply|respond|answer|tweet|comment|post)(?: (?:back|here|below|us|to (?:us|this(?: tweet| post)?)))*(?:,)? with|(?:please |kindly |can you |could you |would you |will you |you can |may we (?:please )?have|can we (?:please )?have|could we have|mind sharing|(?:please )?(?:share|send|give|provide|confirm|tell|post|drop|supply|let (?:us|me) (?:know|have)))(?: \\p{L}+){0,4}?|what(?:'s| is| are|s)|we(?:'ll| will)?(?: just)? need|i(?:'ll| will)? need)(?: (?:us|me|your|the|you|to|with|have|here|below|also|again|full|complete|associated|share|send|provide|confirm|tell|give|post|know)){0,5} your(?: \\p{L}+,?(?: and| or)?){0,3}?",
  nl: '(?:(?:antwoord|reageer)(?: \\p{L}+){0,3} met|(?:kan|kunt|kun|mag|wil|wilt|zou|zouden|mogen|kunnen)(?: \\p{L}+){0,5}?|stuur|geef|bezorg|deel|laat|vermeld|plaats|post|wat is|wat zijn|(?:we|ik) (?:hebben|heb))(?: (?:je|jij|u|we|ik|ons|mij|me|even|hier|eens|dan|alsjeblieft|aub|svp|graag|hieronder|nog|ook)){0,5} (?:je|jouw|uw|het|de)(?: \\p{L}+,?(?: en)?){0,2}?',
  fr: "(?:(?:répondez|réponds|répondre)(?: \\p{L}+){0,4} avec|(?:pouvez|peux|pourriez|pourrais)-?(?: ?vous| ?tu)?(?: \\p{L}+){0,4}?|(?:envoyez|envoie|donnez|donne|communiquez|communique|indiquez|indique|partagez|partage|précisez|précise|transmettez|fournissez|postez|laissez)(?:-nous|-moi)?|quel(?:le)?s? (?:est|sont)|merci de(?: \\p{L}+){0,4}?|il nous faut|(?:nous avons|j'ai) besoin (?:de|d'))(?: (?:nous|me|moi|ici|svp|simplement|aussi|également|en commentaire)){0,4} (?:votre|vos|ton|ta|tes|le|l'|la)(?: \\p{L}+,?(?: et)?){0,2}?",
};

const questions = (['en', 'nl', 'fr'] as const).map(
  (language) => new RegExp(`(?<![\\p{L}\\d])${asks[language]} ?${things[language]}(?![\\p{L}])`, 'giu'),
);

/** Words that send the data elsewhere, or say that it must not be sent. */
const elsewhere =
  /(?<!\p{L})(?:DMs?|PMs?|MP|direct messages?|private(?:ly)?|in private|inbox|privé\p{L}*|prive\p{L}*|privéberichten?|messages? priv\p{L}*|persoonlijk bericht|message us|contact us|ticket|form(?:s|ulier|ulaire)?|portal|website|app|settings|instellingen|paramètres|phone us|call us|bel ons|appelez|without|never|not|n't|don['’]?t|avoid|geen|niet|nooit|zonder|sans|jamais|ne|pas|évitez)(?!\p{L})|https?:\/\/|n['’]t(?!\p{L})/iu;

/** Where a public text asks for personal data to be written where everybody reads it; null if it does not. */
export function findQuestion(text: string): Span | null {
  if (elsewhere.test(text)) return null;
  for (const question of questions) {
    question.lastIndex = 0;
    const match = question.exec(text);
    if (match) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}
