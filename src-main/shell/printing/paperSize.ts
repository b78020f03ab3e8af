/** Where paper is Letter, by ISO 3166-1; the rest of the world has A4 (Unicode CLDR, supplemental `paperSize`). */
const letterCountries = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** The paper that a country uses; A4 where the country is not known. */
export function toPaperSize(country: string): 'A4' | 'Letter' {
  return letterCountries.has(country.toUpperCase()) ? 'Letter' : 'A4';
}
