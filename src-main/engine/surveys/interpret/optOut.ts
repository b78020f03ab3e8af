import { cleanText } from './cleanText.ts';
import { fold } from './tokenise.ts';

const polite =
  "(?: (?:please|pls|plz|now|it|thanks|thank you|aub|svp|stp|merci|bedankt|nu|hiermee|ermee|maar|s'il vous plait|alstublieft|tout de suite))*";
const keyword = new RegExp(
  `^(?:please |ok |okay |gelieve te |svp )?(?:(?:stop )*stop+(?:en)?|stopt|stopall|end|quit|unsubscribe(?: me)?|opt[ -]?out|uitschrijven|schrijf me uit|afmelden|arret|arretez|arrete|desabonner|desabonnez[ -]moi|desinscrire|desinscription|me desabonner|me desinscrire)${polite}$`,
);

const those =
  '(?:(?:me|us|to|with|this|these|those|such|your|any|more|all|the|crap|spam|shit|stuff|surveys?|messages?|dms?|texts?|questions?|questionnaires?|it|anymore|again|ever|please|for|asking) ?)*$';

/** What people say who want no more surveys. Each has to end its clause, so that "stop sending me broken cups" is none. */
const phrases: readonly RegExp[] = [
  new RegExp(
    `\\bstop (?:sending|messaging|texting|contacting|spamming|dming|dm|bothering|asking|writing)\\b ?${those}`,
  ),
  new RegExp(
    `\\b(?:do not|don't|dont|never|no longer) (?:send|message|contact|text|dm|spam|bother|survey|ask) ${those}`,
  ),
  /\bno more (?:of )?(?:these |those |your )?(?:surveys?|messages?|dms?|questionnaires?)\b/,
  /\bstop (?:the |these |your |les |vos |avec les |aux |de |die |jullie )?(?:surveys?|messages?|dms?|texts?|spam|sms|sondages?|questionnaires?|enquetes?|berichten)\b/,
  /\bleave me alone\b/,
  /\b(?:do not|don't|dont) want (?:to (?:receive|get) )?(?:any |more |these |those |this |your )*(?:surveys?|messages?|dms?)(?: anymore| any more)?$/,
  /\b(?:take|remove) me (?:off|from) (?:this|your|the) (?:list|surveys?)\b/,
  /\b(?:want to|wanna|let me|like to) (?:opt[ -]?out|unsubscribe)$/,
  /\bgeen (?:enquetes?|berichten|bevragingen|vragenlijst(?:en)?|bevraging|dms?)(?: meer| aub| svp)\b/,
  /\bgeen (?:enquetes?|berichten|bevragingen|vragenlijsten|dms?) (?:te |meer )+(?:sturen|stuur)/,
  /\b(?:stop|stoppen|hou op|houd op) met (?:(?:die|deze|jullie|dat|dit|al|zulke) )*(?:enquetes?|berichten|bevragingen|vragen|vragenlijsten|spam|spammen|sturen|gedoe|mij|me)\b/,
  /\blaat (?:me|mij) (?:met rust|gerust)\b/,
  /\bwil (?:dit|deze|die|geen|dat)(?: (?:berichten|enquetes?))?(?: niet)?(?: meer)? (?:krijgen|ontvangen)$/,
  /\b(?:stuur|contacteer|bericht|schrijf) (?:me|mij) (?:(?:dit|deze|die|dat|hier|hierover|zo|zulke|berichten|enquetes?) )*niet meer\b/,
  /\bniet meer (?:contacteren|berichten|lastigvallen|sturen)$/,
  /\b(?:me|mij) (?:uitschrijven|afmelden)$/,
  /\bschrijf (?:me|mij) (?:hiervoor )?uit$/,
  /\barrete[zr]? (?:de|d') ?(?:m'ecrire|m'envoyer|me contacter|me deranger|m'embeter)/,
  /\barrete[zr]? (?:(?:avec|vos|tes|ces|les|ce|de|d'envoyer) )+(?:enquetes?|sondages?|messages?|questionnaires?|spam)/,
  /\b(?:ne )?(?:m'envoyez|m'envoie|m'ecrivez|m'ecris|me contactez|me contacte) plus\b/,
  /^plus (?:de |d')(?:sondages?|messages?|enquetes?|questionnaires?)/,
  /\b(?:veux|souhaite|desire) plus (?:etre contacte|etre contactee|recevoir|de (?:messages?|sondages?))/,
  /\blaissez[ -]moi tranquille\b|\bfoutez[ -]moi la paix\b/,
  /\b(?:veux|souhaite|voudrais|aimerais) (?:me |m')(?:desabonner|desinscrire)$/,
];

/** One of these is in every way of saying it; looking for them first is what keeps ordinary messages fast. */
const hints =
  /stop|end|quit|unsub|opt|send|message|contact|text|dm|spam|survey|both|ask|leave|want|tak|remov|schr|meld|enqu|bericht|bevrag|vrag|laat|wil|arr|abon|inscri|plus|stur|stuur|lastig|ecri|envo|sondage|tranquille|paix|hou/i;

/** Whether the person asks for no further surveys, in any of the three languages. "The app won't stop crashing" does not. */
export function asksToStop(text: string): boolean {
  if (!hints.test(text)) return false;
  const clauses = toClauses(text);
  const isShort = clauses.length <= 3;
  return clauses.some(
    (clause) => (isShort && keyword.test(clause)) || phrases.some((phrase) => phrase.test(clause)),
  );
}

/** What may stand beside the request without being a matter of its own. */
const courtesies = new Set(
  `hi hello hey hoi hallo dag beste bonjour bonsoir salut please pls now thanks thank you ok okay sorry and but no not really just honestly
  i i'm i'd we do don't dont want wish like to interested any anymore more again ever me us my this these those them it surveys survey
  messages message questions texts
  gelieve graag en maar nee niet geen echt gewoon eigenlijk hoor bedankt dank je jullie u wel ik we wil willen zou interesse mij te meer
  sturen stuur krijgen ontvangen stoppen met contacteren sms'en dit deze die dat berichten enquetes enquete vragen aub svp
  et mais non pas ne plus vraiment merci vous plait s'il je nous veux voudrais souhaite interesse interessee de d' des les vos ces ca cela
  messages enquetes sondages sms recevoir`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * Whether a request for no further surveys is all that a text says, but for courtesies. "Stop! My card was charged twice" says more, and
 * somebody has to see to it. Reads closed word lists only.
 */
export function onlyAsksToStop(text: string): boolean {
  const cleaned = cleanText(text);
  if (/https?:/i.test(text) || /[\d?¿]/.test(cleaned) || !asksToStop(cleaned)) return false;
  return toClauses(cleaned).every(
    (clause) =>
      keyword.test(clause) ||
      phrases
        .reduce((rest, phrase) => rest.replace(phrase, ' '), clause)
        .split(' ')
        .every((word) => word === '' || courtesies.has(word)),
  );
}

const toClauses = (text: string): string[] =>
  text
    .split(/[.!?;,:()\n…]+|\s[-–—]\s/)
    .map(toPlainWords)
    .filter((clause) => clause !== '');

const toPlainWords = (clause: string): string =>
  fold(clause)
    .replace(/[^\p{L}\d' -]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
