import { describe, expect, test } from 'vitest';
import { findOrderNumber } from '#engine/library/orderNumber.ts';

describe('the order number', () => {
  test.each([
    ['Where is order 48213?', '48213'],
    ['my order #NL-48213-7 is late', 'NL-48213-7'],
    ['Waar blijft mijn bestelling nr. 2026-00481?', '2026-00481'],
    ['bestelnummer: be48213', 'BE48213'],
    ['Ma commande n° 48213 n’est pas arrivée', '48213'],
    ['commande numéro\u00a048213', '48213'],
    ['order number is 48213, yes 48213', '48213'],
  ])('is found in %s', (text, number) => {
    expect(findOrderNumber([text], [])).toBe(number);
  });

  test.each([
    ['order 48213 and order 48214'],
    ['I ordered 3 shirts on 12 May'],
    ['call me at 0470 12 34 56'],
    ['the order of 12'],
    ['reorder 48213'],
  ])('is not known in %s', (text) => {
    expect(findOrderNumber([text], [])).toBeNull();
  });

  test('is the same one over several messages, and may have a form of its own', () => {
    expect(findOrderNumber(['order 48213', 'any news on order 48213?'], [])).toBe('48213');
    expect(findOrderNumber(['it is HH-7731'], [/\bHH-\d{4}\b/g])).toBe('HH-7731');
    expect(findOrderNumber(['it is HH-7731', 'or HH-7732'], [/\bHH-\d{4}\b/g])).toBeNull();
  });
});
