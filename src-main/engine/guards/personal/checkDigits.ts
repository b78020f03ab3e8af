/** Whether a text is an IBAN, by its check digits (ISO 13616: the rearranged number is 1 modulo 97). */
export function isIban(text: string): boolean {
  const plain = text.replace(/[ -]/g, '').toUpperCase();
  if (plain.length < 15 || plain.length > 34) return false;
  const digits = [...(plain.slice(4) + plain.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

/** Whether a run of digits is a payment card number, by length and check digit (Luhn). None begins with 0. */
export function isCard(run: string): boolean {
  const digits = run.replace(/\D/g, '');
  if (digits.length < 13 || digits.length > 19 || digits.startsWith('0')) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Whether eleven digits are a Belgian national number: 97 minus the first nine modulo 97, after 2000 with a 2 before them. */
export function isBelgianNationalNumber(run: string): boolean {
  const digits = run.replace(/\D/g, '');
  if (digits.length !== 11) return false;
  const [first, check] = [digits.slice(0, 9), Number(digits.slice(9))];
  return [first, `2${first}`].some((number) => 97 - (Number(number) % 97) === check);
}
