import type { Agent } from '../store/agents.ts';
import type { StoredMentions } from '../store/noteState.ts';

/**
 * The agents whom a text mentions, by `@` and their name, in any case; the longest name that fits. A name within a word is none:
 *
 *     'Ask @sam lee, @Sam'   with agents Sam and Sam Lee   ->  Sam Lee, Sam
 *     'a@sam.example @Samuel'                              ->  nobody
 */
export function findMentions(text: string, agents: readonly Agent[]): StoredMentions {
  const byLength = agents.toSorted((a, b) => b.name.length - a.name.length);
  const found: StoredMentions = [];
  for (const { index: start } of text.matchAll(/(?<![\p{L}\p{N}_])@/gu)) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const agent = byLength.find(({ name }) => isNamedAt(text, start + 1, name));
    if (agent) found.push({ agent: agent.id, start, end: start + 1 + agent.name.length });
  }
  return found;
}

function isNamedAt(text: string, at: number, name: string): boolean {
  const end = at + name.length;
  const isNamed = name !== '' && text.slice(at, end).toLowerCase() === name.toLowerCase();
  return isNamed && !inWord.test(text.slice(end - 1, end + 1));
}

/** Two signs of one word, in scripts that put spaces between words. */
const inWord = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_]{2}$/u;
