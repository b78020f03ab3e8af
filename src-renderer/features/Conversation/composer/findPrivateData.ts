/** Kinds of personal data that hardly ever belong in public. */
export type PrivateData = 'email' | 'phone' | 'iban' | 'card' | 'number';

const email = /[^\s@]+@[^\s@]+\.\p{L}{2,}/u;
const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/;
const phone = /(?:\+|\b00|\(?\b0)[\d().\-/ ]{7,}\d/;
const number = /\d(?:[ -]?\d){7,}/g;
const address = /https?:\/\/\S+/g;

/** The kinds of private data that a text seems to contain, each once. Links and handles do not count. */
export function findPrivateData(text: string): PrivateData[] {
  const plain = text.replace(address, ' ').replace(/(?<!\S)@\w+/g, ' ');
  const found: PrivateData[] = [];
  if (email.test(plain)) found.push('email');
  if (iban.test(plain)) return [...found, 'iban'];
  const digits = (plain.match(number) ?? []).map((run) => run.replace(/\D/g, ''));
  if (digits.some(isCard)) found.push('card');
  else if (phone.test(plain)) found.push('phone');
  else if (digits.length > 0) found.push('number');
  return found;
}

/** Whether digits form a payment card number, by length and check digit (Luhn). */
function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
