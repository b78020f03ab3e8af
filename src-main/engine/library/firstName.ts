/** Forms of address, in front of a name. */
const titles =
  /^(?:dr|prof|mr|mrs|ms|mx|miss|sir|dhr|mevr|mevrouw|mw|mej|meneer|heer|m|mm|mme|mlle|monsieur|madame|me|ir|ing|drs|ds|drh|lic|mgr|rev|capt|lt|sgt|st)\.?$/iu;
/** What stands in front of a family name, or makes a name that of a thing. */
const particles =
  /^(?:the|a|an|de|den|der|het|een|van|von|vanden|vander|ten|ter|te|le|la|les|un|une|du|des|di|da|dos|del|el|al|bin|ibn|your|my|our|ons|onze|mijn|uw|je|notre|votre|mon|ma|mes|just|not|only|i|im|ik|it|we|wij|no|geen|pas|team|official|info)$/iu;
/** Words that people do not carry in their names. */
const organisations =
  /^(?:bv|bvba|nv|vzw|vof|asbl|sa|sas|sarl|srl|sprl|inc|llc|ltd|limited|gmbh|ag|plc|corp|co|company|group|groep|groupe|official|officiel|officieel|support|service|services|care|help|helpdesk|shop|store|winkel|boutique|webshop|team|news|nieuws|press|media|radio|tv|fm|magazine|hq|club|fc|kv|rsc|hotel|restaurant|cafe|bar|bakery|bakkerij|studio|studios|agency|agence|consulting|solutions|systems|tech|software|online|digital|records|music|band|gaming|games|bot|fan|fans|fanpage|page|account|foundation|stichting|association|museum|school|university|universiteit|univ|gemeente|stad|city|ville|politie|police|bank|airlines|railways|trains|belgium|belgie|nederland|france|europe|uk|usa|bxl)$/iu;
/** What stands behind a name and a comma and is no name. */
const degrees = /^(?:ph\.?d|m\.?d|msc|bsc|ma|ba|mba|llm|jd|jr|sr|esq|dds|rn|cpa|md|phd|[ivx]+)\.?$/iu;

/**
 * The first name in a display name, written as people write it; null where that is not certain enough to greet somebody by it, as with
 * brands, initials and nicknames.
 *
 *     Anna de Vries         ->  Anna
 *     ANNE-MARIE PEETERS ✨  ->  Anne-Marie
 *     Dr. Jan Peeters, PhD  ->  Jan
 *     de Vries, Anna        ->  Anna
 *     Dr. Peeters           ->  null
 *     KLM | J. Smith | De Standaard | Acme Support | xX_anna_Xx  ->  null
 */
export function toFirstName(displayName: string): string | null {
  const words = toNamePart(clean(displayName)).split(' ').filter(Boolean);
  const isTitled = words[0] !== undefined && titles.test(words[0]);
  const names = words.slice(words.findIndex((word) => !titles.test(word)));
  const [first] = names;
  if (first === undefined || words.every((word) => titles.test(word))) return null;
  if (isTitled && names.length === 1) return null;
  if (words.some((word) => organisations.test(toPlain(word)))) return null;
  if (particles.test(first) || !isNameLike(first, names)) return null;
  return capitalise(first);
}

/** The display name without pictures, decoration and what stands in brackets or behind a bar; empty if nothing is left. */
export const toPlainName = (displayName: string): string => clean(displayName);

function clean(displayName: string): string {
  return displayName
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\p{Me}]|\uFE0F/gu, '')
    .replace(/\([^)]*\)|\[[^\]]*\]|\{[^}]*\}/gu, ' ')
    .replace(/["“”„«»*_~]+/gu, ' ')
    .replace(/\p{Extended_Pictographic}|\p{RI}|\p{EMod}|\p{S}/gu, (sign) => (sign === '|' ? sign : ' '))
    .replace(/\s*(?:[|•·/\\@#:;]|\s[-–—]\s).*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The part of "de Vries, Anna" or "Anna Smith, PhD" with the first name; empty where a comma could mean either. */
function toNamePart(name: string): string {
  const [before = '', after, ...more] = name.split(',').map((part) => part.trim());
  if (after === undefined || degrees.test(after)) return before;
  if (more.length > 0 || after.includes(' ')) return '';
  return particles.test(before.split(' ')[0] ?? '') ? after : '';
}

const toPlain = (word: string) =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[.!?]+$/u, '');

const isUpper = (word: string) => word === word.toUpperCase() && word !== word.toLowerCase();

function isNameLike(first: string, names: readonly string[]): boolean {
  if (!/^[\p{Lu}\p{Ll}\p{M}]+(?:[-'’][\p{Lu}\p{Ll}\p{M}]+)*$/u.test(first)) return false;
  if (first.length < 2 || first.length > 20) return false;
  // Capitals only are a way of writing all of a name, or else initials or a brand.
  if (isUpper(first)) return names.length > 1 && names.every((name) => isUpper(name) || particles.test(name));
  const isUsual = first.split(/[-'’]/u).every((part) => /^\p{L}[\p{Ll}\p{M}]*$/u.test(part));
  // LeBron and DeShawn have family names; PayPal has none.
  return isUsual || (names.length > 1 && /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(first));
}

const capitalise = (word: string): string =>
  /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(word)
    ? word
    : word
        .toLowerCase()
        .replace(/(^|-)(\p{Ll})/gu, (_, start: string, letter: string) => start + letter.toUpperCase());
