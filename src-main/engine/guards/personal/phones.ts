import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { type Digits, toWindows } from './digits.ts';

/** A telephone number has 8 to 15 digits (ITU-T E.164); some of Luxembourg have 6. */
const FEWEST = 6;
const MOST = 15;

/**
 * The international form of a phone number of one of these countries, or with `+` or `00` of any; null if it is none. Only
 * all of `text` counts: libphonenumber-js finds numbers in a text itself, but takes a second one for the extension of the first,
 * and a date for a number of Belgium.
 */
export function toE164(text: string, countries: readonly string[]): string | null {
  const length = text.replace(/\D/g, '').length;
  if (length < FEWEST || length > MOST) return null;
  const written = text.trim().replace(/^00 ?/, '+');
  if (written.startsWith('+')) return parse(written, undefined);
  for (const country of countries) {
    const found = isSupportedCountry(country) ? parse(written, country) : null;
    if (found !== null) return found;
  }
  return null;
}

function parse(text: string, country: CountryCode | undefined): string | null {
  const found = parsePhoneNumberFromString(text, {
    ...(country ? { defaultCountry: country } : {}),
    extract: false,
  });
  return found?.isValid() ? found.number : null;
}

// A number begins with a plus or a zero, and no hyphen, dot or slash joins it to other digits.
function canBePhone(run: string, { start, text }: Digits): boolean {
  const [before, after] = [run.slice(0, start), run.slice(start + text.length)];
  return /^(?:\+|\(?0)/.test(text) && !/[./-]$/.test(before) && !/^[./-]\d/.test(after);
}

/**
 * The phone numbers among neighbouring groups of digits, from left to right. The first country that has one decides how long it
 * is: in Germany a number can be of any length, and would take along the one behind it.
 */
export function findPhones(run: string, countries: readonly string[]): Digits[] {
  const found: Digits[] = [];
  let from = 0;
  for (const windows of toWindows(run, MOST)) {
    const begun = windows.filter((window) => window.start >= from && canBePhone(run, window));
    const phone = countries
      .map((country) => begun.find(({ text }) => toE164(text, [country]) !== null))
      .find((window) => window !== undefined);
    if (!phone) continue;
    found.push(phone);
    from = phone.start + phone.text.length;
  }
  return found;
}
