import type { Span } from './span.ts';

const dm = '(?:DMs?|D\\.M\\.|direct messages?|private messages?|PMs?|inbox)';
const nlDm = '(?:DM|PM|privébericht(?:en)?|privé bericht|direct message|persoonlijk bericht|inbox)';
const frDm = '(?:MP|DM|PM|messages? priv[ée]s?|messagerie privée|inbox)';
const told =
  '(?:told|wrote|sent|mentioned|said|gave|shared|provided|explained|stated|described|informed|indicated)';

/**
 * Sentences that carry what somebody wrote in private into public. To say that there is a private message is no harm: "we have
 * replied to your DM" passes.
 */
const patterns = [
  // As you told us in your DM; you mentioned in the private message that.
  `(?:as |like |since |because |that )?you(?:'ve| have)? (?:already )?${told}(?: (?:to )?(?:us|me))?(?: \\w+){0,4}? (?:in|via|by|over|through) (?:your |a |the |our |my )?(?:last |previous |earlier )?${dm}(?!\\p{L})`,
  `(?:in|from|per|according to) your (?:last |previous |earlier )?${dm},? (?:you|we (?:see|saw|understand|learned|gather|can see|read)|I (?:see|saw|understand|can see|read)|it (?:says|seems|appears|looks))`,
  `you DM(?:'?e?d)(?: (?:us|me))? (?:that|about|your|the)`,
  `(?:as per|per|according to) your (?:last |previous |earlier )?${dm}(?!\\p{L})`,
  // Zoals je in je DM schreef; in je privébericht gaf je aan.
  `(?:zoals|want|dat|omdat) (?:je|u|jij)(?: (?:ons|me|mij|al|eerder|zelf)){0,3} (?:(?:in|via|per) (?:je |uw |jouw |een |het |de |onze )?(?:laatste |vorige |eerdere )?${nlDm}) (?:\\p{L}+ ){0,3}?(?:schreef|schrijft|zei|zegt|vertelde|vertelt|liet weten|laat weten|meldde|meldt|stuurde|stuurt|aangaf|aangeeft|gaf|geeft|vermeldde|vermeldt|doorgaf|doorgeeft|hebt|heeft|had)`,
  `(?:zoals|want|dat|omdat) (?:je|u|jij)(?: (?:ons|me|mij|al|eerder|zelf)){0,3} (?:schreef|zei|vertelde|liet weten|meldde|stuurde|aangaf|vermeldde|doorgaf) (?:in|via|per) (?:je |uw |jouw |een |het |de )?(?:laatste |vorige |eerdere )?${nlDm}`,
  `in (?:je|uw|jouw) (?:laatste |vorige |eerdere )?${nlDm} (?:schreef|schrijft|zei|zegt|vertelde|liet|laat|meldde|meldt|stuurde|gaf|geeft|vermeldde|vermeldt|staat|stond|lees|las|zie|zag)`,
  `volgens (?:je|uw|jouw) (?:laatste |vorige |eerdere )?${nlDm}`,
  // Comme vous nous l'avez écrit en MP; dans votre message privé, vous dites.
  `(?:comme|puisque|que|ce que) (?:vous|tu)(?: (?:nous|me|m'))?(?: ?l'| l')?(?: ?l)?(?:'|’)?(?: ?(?:avez|as|aviez|avais))?(?: déjà)? (?:écrit|dit|indiqué|expliqué|envoyé|précisé|mentionné|signalé|communiqué|donné|partagé|indiquez|écrivez|dites|précisez|mentionnez|indiques|écris|dis)(?: \\p{L}+){0,4}? (?:en|dans|par|via) (?:votre |ton |un |le |vos )?(?:dernier |précédent )?${frDm}`,
  `(?:dans|selon|d'après|suite à) (?:votre|ton|vos|tes) (?:dernier |précédent )?${frDm},? (?:vous|tu|nous (?:voyons|lisons|comprenons)|je (?:vois|lis|comprends))`,
  `(?:selon|d'après) (?:votre|ton|vos|tes) (?:dernier |précédent )?${frDm}`,
].map((source) => new RegExp(`(?<![\\p{L}\\d])(?:${source})`, 'iu'));

/** Where a public text says that it repeats a private message; null if it does not. */
export function findReference(text: string): Span | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}
