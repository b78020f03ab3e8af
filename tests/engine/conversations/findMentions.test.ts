import { expect, test } from 'vitest';
import { findMentions } from '#engine/conversations/findMentions.ts';

const agents = ['Sam', 'Sam Lee', 'Zoë', '田中', 'A+B (night)'].map((name) => ({ id: name, name }));

test.each<[string, string[]]>([
  ['@Sam', ['Sam']],
  ['Ask @sam lee, @SAM.', ['Sam Lee', 'Sam']],
  ['@Sam@Zoë', ['Sam']],
  ['(@zoë)', ['Zoë']],
  ['@田中さん', ['田中']],
  ['@A+B (night)!', ['A+B (night)']],
  ['@Samuel and a@sam.example', []],
  ['@ Sam, Sam, @', []],
  ['@Sam_1', []],
])('%s names %j', (text, names) => {
  const found = findMentions(text, agents);
  expect(found.map(({ agent }) => agent)).toEqual(names);
  for (const { agent, start, end } of found) {
    expect(text.slice(start, end).toLowerCase()).toBe(`@${agent}`.toLowerCase());
  }
});

test('an agent without a name is mentioned by nothing', () => {
  expect(findMentions('@ @', [{ id: 'a', name: '' }])).toEqual([]);
});
