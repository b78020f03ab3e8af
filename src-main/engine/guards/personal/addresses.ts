import { type Detected, type Detector, matchesOf } from './detector.ts';

const word = "\\p{L}[\\p{L}'’.-]{0,30}";
const capital = "\\p{Lu}[\\p{L}'’.-]{0,30}";
const houseNumber = '\\d{1,4}(?: ?(?:bis|ter|quater)|[ -]?[A-Za-z](?!\\p{L}))?';
const box = '(?:,? ?(?:bus|box|bte|boîte|apt\\.?|appt\\.?|apartment|flat|unit) ?\\w{1,5})?';
/** A postcode and a place, as Belgium, France, the Netherlands and Britain write them. */
const place = `(?:(?:, ${capital}(?: ${capital})?)?,? [A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}|,? (?:[A-Z]{1,2}-)?\\d{4,5}(?: ?[A-Z]{2}(?!\\p{L}))?(?: ${capital}){0,3}|(?:, ${capital}(?: ${capital})?){1,2})?`;

// Dutch and German: Kerkstraat 12 bus 3, 9000 Gent. The kind of street ends the name, or is its last word.
const germanic =
  'straat|str\\.|steenweg|stwg\\.?|laan|weg|wegel|plein|dreef|dijk|kade|kaai|gracht|singel|baan|lei|vest|pad|hof|park|plantsoen|boulevard|berg|markt|poort|ring|straße|strasse|platz|allee|gasse|damm';
/** Those that are no other word where they stand alone. */
const alone = 'straat|laan|plein|steenweg|dreef|gracht|kade|kaai|singel|plantsoen';
/** Words that end like a street. */
const noStreets =
  'onder|snel|terug|heen|om|uit|half|halver|van|vanaf|auto|spoor|fiets|lucht|zee|kerst|arbeids|beurs|sneeuw|loop|start|ski|vliegtuig|wagen|machine|windmolen|thema|pret|zonne|super|woning|huizen|aandelen|voor|jaar';
const noStreet = `(?!(?:${toAnyCase(noStreets)})(?:weg|markt|straat|baan|park|hof|ring)(?!\\p{L}))`;
const dutch = `(?<![\\p{L}\\d])(?:(?:${capital} ){0,2}(?=\\p{Lu})${noStreet}\\p{L}[\\p{L}'-]{2,30}?(?:${germanic})|(?:${capital} ){1,3}(?:${alone}|${toTitle(germanic)})|(?:${toTitle(alone)}|Weg|Dijk) (?:op|van|naar|tot)(?: de| den| der| het)? ${capital}(?: ${capital})?) ${houseNumber}${box}${place}`;

/** These words name a street in any case, the others with a capital or a house number before them only. */
const rue = toAnyCase(
  'rue|avenue|av\\.|boulevard|bd\\.?|bld\\.?|allée|impasse|chaussée|chemin|quai|faubourg|venelle|drève',
);
const square = 'place|cours|route|square|passage|clos|villa|sentier|esplanade|résidence|parvis';
const links = "(?:de la |de l'|du |des |de |d'|la |le |les )?(?:\\d{1,2} )?";
const named = `${links}${capital}(?:[ -]${capital}){0,3}`;
// 12 bis, rue de la Paix, 75002 Paris.
const french = `(?<![\\p{L}\\d])\\d{1,4}(?: ?(?:bis|ter|quater|[A-Za-z](?!\\p{L})))?,? (?:(?:${rue}) ${links}${word}(?:[ -]${capital}){0,4}|(?:${square}) ${named})${box}${place}`;
// Belgium: rue de la Loi 16, 1000 Bruxelles.
const belgian = `(?<![\\p{L}\\d])(?:(?:${rue}) ${links}(?:${word}[ -]){0,3}${word}|(?:${toTitle(square)}) ${named}),? (?:n°|nr\\.? )?${houseNumber}${box}${place}`;

const english =
  'street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|close|way|place|pl|square|sq|terrace|crescent|cres|gardens|gdns|grove|hill|boulevard|blvd|parkway|pkwy|highway|hwy|mews|row|walk|wharf|circle|cir|trail|quay|green|rise|park';
// 221B Baker Street, London NW1 6XE.
const british = `(?<![\\p{L}\\d.,:/-])\\d{1,5}[A-Za-z]?,? (?:[NSEW]\\.? )?(?!(?:Hour|Day|Minute|Star|Step|Way|Week|Month|Year|Mile|Man|Lane|Main|Easy|Simple)s? )(?:(?:${capital}|\\d{1,3}(?:st|nd|rd|th)) ){1,4}(?:${toTitle(english)})(?!\\p{L})\\.?${box}${place}`;
const lowered = `(?<![\\p{L}\\d.,:/-])\\d{1,5}[a-z]? (?!way|hour|day|minute|star|step|lane|main)\\p{L}{3,20} (?:street|avenue|boulevard|crescent|road|lane)(?!\\p{L})`;

/** A house by its Dutch postcode and number: 1012 AB 12. */
const dutchPostcode =
  '(?<![\\p{L}\\d])[1-9]\\d{3} ?(?!HD|PX|FP|AM|PM|GB|MB|KB|TB|SA|SD|SS)[A-Z]{2}(?:,? (?:nr\\.? |huisnummer |nummer )|,? )\\d{1,4}(?: ?[a-z](?!\\p{L}))?(?![\\p{L}\\d])';

const detectors: readonly Detector[] = [dutch, french, belgian, british, lowered, dutchPostcode].map(
  (source) =>
    matchesOf('address', new RegExp(source, 'gu'), ({ 0: text, index }) => ({
      start: index,
      text: text.replace(/[.,]+$/, ''),
    })),
);

function toAnyCase(words: string): string {
  return words.replace(/(?<=^|\|)\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function toTitle(words: string): string {
  return words.replace(/(?<=^|\|)\p{L}/gu, (letter) => letter.toUpperCase());
}

/** Street addresses with a house number, in English, Dutch, French and German. */
export const findAddresses: Detector = (left, facts) => {
  const found: Detected[] = [];
  for (const one of detectors.flatMap((detect) => detect(left, facts))) {
    const overlaps = found.some(
      ({ start, text }) => one.start < start + text.length && start < one.start + one.text.length,
    );
    if (!overlaps) found.push(one);
  }
  return found;
};
