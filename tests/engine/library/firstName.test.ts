import { describe, expect, test } from 'vitest';
import { toFirstName, toPlainName } from '#engine/library/firstName.ts';

describe('the first name', () => {
  test.each([
    ['Anna de Vries', 'Anna'],
    ['anna', 'Anna'],
    ['ANNA DE VRIES', 'Anna'],
    ['✨ Anna ✨', 'Anna'],
    ['Anna 🇧🇪🏳️‍🌈', 'Anna'],
    ['Anna👩🏽‍💻', 'Anna'],
    ['ANNE-MARIE PEETERS', 'Anne-Marie'],
    ['Jean-Luc Dupont', 'Jean-Luc'],
    ['Dr. Jan Peeters', 'Jan'],
    ['dr Jan Peeters, PhD', 'Jan'],
    ['Prof. dr. ir. Els Maes', 'Els'],
    ['Mevr. Fatima El Amrani', 'Fatima'],
    ['de Vries, Anna', 'Anna'],
    ['Anna Smith (she/her)', 'Anna'],
    ['Anna Smith | Gent', 'Anna'],
    ['Anna - Gent', 'Anna'],
    ['“Anna” Smith', 'Anna'],
    ['𝓐𝓷𝓷𝓪 𝓢𝓶𝓲𝓽𝓱', 'Anna'],
    ['Ａｎｎａ', 'Anna'],
    ['Zoë Claes', 'Zoë'],
    ['Zoe\u0308 Claes', 'Zoë'],
    ['ÉLODIE MARTIN', 'Élodie'],
    ['Łukasz Nowak', 'Łukasz'],
    ['Анна Иванова', 'Анна'],
    ['LeBron James', 'LeBron'],
    ["D'Angelo Russell", "D'angelo"],
    ['\u202eAnna', 'Anna'],
  ])('of %s is %s', (name, first) => {
    expect(toFirstName(name)).toBe(first);
  });

  test.each([
    [''],
    ['   '],
    ['🔥🔥'],
    ['Dr. Peeters'],
    ['Mr. Smith'],
    ['Dr.'],
    ['J. Smith'],
    ['J Smith'],
    ['J.P. Morgan'],
    ['JP Morgan'],
    ['KLM'],
    ['PROXIMUS'],
    ['De Standaard'],
    ['The Guardian'],
    ['La Poste'],
    ['Acme Support'],
    ['Bakkerij Janssens'],
    ['Janssens BV'],
    ['KV Mechelen'],
    ['Team Anna'],
    ['PayPal'],
    ['iPhone'],
    ['xX_anna_Xx'],
    ['anna92'],
    ['@annadv'],
    ['Anna, Gent'],
    ['Anna, Tom en Els'],
    ['van den Berg'],
    ['山田太郎'],
    ['not your business'],
    ['1234567'],
  ])('of %s is not certain', (name) => {
    expect(toFirstName(name)).toBeNull();
  });

  test('a plain name has no decoration', () => {
    expect(toPlainName('✨ Anna de Vries ✨ | Gent')).toBe('Anna de Vries');
    expect(toPlainName('🔥')).toBe('');
  });
});
