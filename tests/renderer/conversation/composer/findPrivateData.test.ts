import { expect, it } from 'vitest';
import { findPrivateData } from '#renderer/features/Conversation/composer/findPrivateData.ts';

it.each([
  ['Sorry to hear that, Anna!', []],
  ['Thanks @anna1234567890, on it', []],
  ['See https://example.com/orders/1234567890123', []],
  ['It costs 1,204 euro, since 2023', []],
  ['Opened 24/7 until 31.12.2026', []],
  ['Mail me at anna@example.com', ['email']],
  ['Is jan.de-vries@voorbeeld.example yours?', ['email']],
  ['Call +32 9 123 45 67', ['phone']],
  ['Call 0471 23 45 67 today', ['phone']],
  ['Your order 4471-2203-118', ['number']],
  ['Order 4471220311', ['number']],
  ['Card 4111 1111 1111 1111', ['card']],
  ['IBAN BE71 0961 2345 6769', ['iban']],
  ['anna@example.com or +31 6 12345678', ['email', 'phone']],
])('finds in %j: %j', (text, expected) => {
  expect(findPrivateData(text)).toEqual(expected);
});
