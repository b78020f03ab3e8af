import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillVariables, findVariables, toSentText, toWrittenText } from '#shared/domain/variables.ts';

const namesIn = (text: string) => findVariables(text).map(({ variable }) => variable);

describe('variables', () => {
  test.each([
    ['Hi {firstName}, your order {orderNumber}', ['firstName', 'orderNumber']],
    ['{ first name } and {order-number} and {contact.name}', ['first name', 'order-number', 'contact.name']],
    ['{prénom}', ['prénom']],
    ['{first\u200bName} {first\u00a0name}', ['firstName', 'first\u00a0name']],
    ['{{firstName}} and {{firstName}', []],
    ['{{{firstName}', ['firstName']],
    ['{"a": 1} {} { } {1} } {', []],
    ['{never closed', []],
  ])('%s has %j', (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  test('have positions in UTF-16 units', () => {
    const text = '👋🏽 {firstName}!';
    expect(findVariables(text).map(({ start, end }) => text.slice(start, end))).toEqual(['{firstName}']);
  });

  test.each([
    ['{{firstName}} is a variable', '{firstName} is a variable'],
    ['{{firstName}', '{firstName}'],
    ['{{ and }}', '{ and }'],
    ['{{ and more', '{ and more'],
    ['{"a": {"b": 1}}', '{"a": {"b": 1}}'],
  ])('%s is sent as %s', (written, sent) => {
    expect(toSentText(written)).toBe(sent);
  });

  test('any text can be written so that exactly it is sent', () => {
    const text = fc.string({ unit: fc.constantFrom('{', '}', 'a', 'é', ' ', '\u200b', '1', '"') });
    fc.assert(
      fc.property(text, (sent) => {
        expect(toSentText(toWrittenText(sent))).toBe(sent);
        expect(findVariables(toWrittenText(sent))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('are filled where they are known, whatever their case, and named where they are not', () => {
    const { text, missing } = fillVariables('Hi {FirstName}, {agent} here about {orderNumber} {{x}}', {
      firstName: 'Anna',
      agent: '',
      orderNumber: null,
    });
    expect(text).toBe('Hi Anna, {agent} here about {orderNumber} {{x}}');
    expect(missing.map(({ variable, start, end }) => [variable, text.slice(start, end)])).toEqual([
      ['agent', '{agent}'],
      ['orderNumber', '{orderNumber}'],
    ]);
  });

  test('never come out of a value', () => {
    const { text, missing } = fillVariables('Hi {name}', { name: '{agent}' });
    expect(missing).toEqual([]);
    expect(toSentText(text)).toBe('Hi {agent}');
  });
});
