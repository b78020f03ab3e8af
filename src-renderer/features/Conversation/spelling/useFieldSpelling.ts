import { createContext, type RefObject, useContext, useEffect } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import { Language } from '#shared/domain/language.ts';
import { hasSteering } from '#shared/steering.ts';
import { useEngineQuery } from '../../../engine/hooks.ts';
import { useShell, useShellState } from '../../../shell/ShellProvider.tsx';
import { useUi } from '../../../state/ui.ts';

/** The conversation that fields below are about. */
export const WrittenAbout = createContext<Conversation | null>(null);

/** The shell takes this many names of this many characters. */
const MAX_NAMES = 100;
const MAX_NAME = 200;

/**
 * Whether the spelling of a field is checked. Whenever the field has the focus, the shell knows in which language it is written: a
 * reply in that of the customer, a note in that of the window.
 */
export function useFieldSpelling(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  reader: 'customer' | 'colleagues',
): boolean {
  const shell = useShell();
  const { preferences, language: own } = useShellState();
  const lang = useContext(WrittenAbout)?.lang ?? null;
  const language = reader === 'customer' ? toLanguage(lang, own) : own;
  const names = useKnownNames().join('\n');
  const { spellCheck, ownWords } = preferences;
  // biome-ignore lint/correctness/useExhaustiveDependencies: own words change what is misspelled
  useEffect(() => {
    const { current } = field;
    if (!current || !spellCheck) return;
    const use = () => {
      void shell
        .call('spelling.use', { language, names: names.split('\n').slice(0, MAX_NAMES) })
        .then((result) => {
          if (!result.ok) useUi.getState().notify(result.error);
        });
    };
    current.addEventListener('focus', use);
    if (document.activeElement === current) {
      use();
      checkAgain(current);
    }
    return () => current.removeEventListener('focus', use);
  }, [shell, field, language, names, spellCheck, ownWords]);
  return spellCheck && !hasSteering(text);
}

/** The language that a customer is written to in: theirs, the window's if X did not name it, none if Perch has no dictionary of it. */
export function toLanguage(lang: string | null, own: Language): Language | null {
  return lang === null ? own : (Language.safeParse(lang).data ?? null);
}

/** Names of people and of the company, which are no errors. */
function useKnownNames(): readonly string[] {
  const person = useContext(WrittenAbout)?.person;
  const account = useEngineQuery('system.info', {}).data?.account;
  const agents = useEngineQuery('agents.list', {}).data?.agents ?? [];
  const people = [person, account].flatMap((one) => (one ? [one.name, one.handle] : []));
  return [...people, ...agents.map(({ name }) => name)].map((name) => name.slice(0, MAX_NAME));
}

/** Chromium checks the text of a field again when its attribute changes. */
function checkAgain(field: HTMLTextAreaElement): void {
  const isChecked = field.spellcheck;
  field.spellcheck = false;
  field.spellcheck = isChecked;
}
