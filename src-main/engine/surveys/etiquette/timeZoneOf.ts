/** Places as people write them in their profiles, folded, by the time zone there. Countries with several zones are left out. */
const places: Readonly<Record<string, string>> = {
  'Europe/Amsterdam':
    'netherlands|the netherlands|nederland|pays-bas|holland|amsterdam|rotterdam|den haag|the hague|utrecht|eindhoven|groningen|nijmegen|tilburg|breda|arnhem|haarlem|maastricht',
  'Europe/Brussels':
    'belgium|belgie|belgique|brussels|brussel|bruxelles|antwerp|antwerpen|anvers|ghent|gent|gand|bruges|brugge|leuven|louvain|liege|luik|namur|namen|charleroi|mechelen|hasselt|kortrijk|oostende|mons',
  'Europe/Paris':
    'france|frankrijk|paris|lyon|marseille|lille|toulouse|bordeaux|nantes|nice|strasbourg|rennes|montpellier|grenoble',
  'Europe/Luxembourg': 'luxembourg|luxemburg',
  'Europe/Berlin':
    'germany|duitsland|allemagne|deutschland|berlin|berlijn|hamburg|munich|munchen|cologne|koln|frankfurt|stuttgart|dusseldorf',
  'Europe/Zurich': 'switzerland|zwitserland|suisse|schweiz|zurich|geneva|geneve|lausanne|basel|bern|berne',
  'Europe/Vienna': 'austria|oostenrijk|autriche|vienna|wien|wenen',
  'Europe/London':
    'uk|united kingdom|england|scotland|wales|great britain|verenigd koninkrijk|royaume-uni|engeland|angleterre|london|londen|londres|manchester|birmingham uk|leeds|liverpool|bristol|edinburgh|glasgow|cardiff|belfast',
  'Europe/Dublin': 'ireland|ierland|irlande|dublin|cork',
  'Europe/Rome': 'italy|italie|italia|rome|roma|milan|milano|turin|torino|napoli|naples',
  'Europe/Madrid': 'madrid|barcelona|valencia|sevilla|seville|bilbao|malaga',
  'Europe/Lisbon': 'lisbon|lisboa|lissabon|lisbonne|porto',
  'Europe/Copenhagen': 'denmark|denemarken|danemark|copenhagen|kopenhagen|copenhague',
  'Europe/Stockholm': 'sweden|zweden|suede|stockholm|gothenburg',
  'Europe/Oslo': 'norway|noorwegen|norvege|oslo|bergen',
  'Europe/Helsinki': 'finland|finlande|helsinki',
  'Europe/Warsaw': 'poland|polen|pologne|polska|warsaw|warschau|varsovie|krakow',
  'America/New_York':
    'new york|new york city|nyc|new york, ny|brooklyn|boston|boston, ma|philadelphia|washington dc|washington, dc|miami|miami, fl|atlanta|atlanta, ga|toronto|ottawa|montreal|quebec',
  'America/Chicago':
    'chicago|chicago, il|houston|houston, tx|dallas|dallas, tx|austin|austin, tx|minneapolis',
  'America/Denver': 'denver|denver, co|calgary|edmonton',
  'America/Los_Angeles':
    'los angeles|los angeles, ca|san francisco|san francisco, ca|seattle|seattle, wa|portland, or|san diego|vancouver',
  'America/Sao_Paulo': 'sao paulo|rio de janeiro',
  'America/Paramaribo': 'suriname|paramaribo',
  'America/Curacao': 'curacao|willemstad',
  'Africa/Casablanca': 'morocco|marokko|maroc|casablanca|rabat',
  'Africa/Kinshasa': 'kinshasa',
  'Africa/Johannesburg': 'south africa|zuid-afrika|afrique du sud|johannesburg|cape town|kaapstad',
  'Asia/Kolkata': 'india|inde|mumbai|delhi|new delhi|bangalore|bengaluru',
  'Asia/Singapore': 'singapore|singapour',
  'Asia/Hong_Kong': 'hong kong',
  'Asia/Tokyo': 'japan|japon|tokyo|osaka',
  'Asia/Dubai': 'united arab emirates|uae|dubai|abu dhabi',
  'Australia/Sydney': 'sydney|melbourne|canberra',
  'Pacific/Auckland': 'new zealand|nieuw-zeeland|nouvelle-zelande|auckland|wellington',
};

const zoneOf = new Map(
  Object.entries(places).flatMap(([zone, names]) => names.split('|').map((name) => [name, zone] as const)),
);

/** The time zone of a place as somebody wrote it in their profile; null where that is not certain, as for countries with several. */
export function timeZoneOf(location: string | null): string | null {
  const folded = fold(location ?? '');
  const parts = folded.split(/\s*[,/|•·–&]\s*|\s+-\s+/u).filter(Boolean);
  const found = [folded, ...parts].flatMap((part) => zoneOf.get(part) ?? []);
  // Somebody who names two places may be in either.
  return new Set(found).size === 1 ? (found[0] ?? null) : null;
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]|\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]/gu, '')
    .toLowerCase()
    .trim();
