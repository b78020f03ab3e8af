import { IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useUi } from '../../state/ui.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { pressedKey } from '../../ui/pressedKey.ts';
import shared from '../../ui/shared.module.css';
import { useTypeAhead } from '../../ui/typeAhead.ts';
import { usePrepareSearch } from '../../workspace/usePrepareSearch.ts';
import { clearChoice, moveResult, openResult, resultsId, useActiveResult } from './activeResult.ts';
import { PastSearches } from './PastSearches.tsx';
import { openPastSearches } from './pastSearchMenu.ts';
import styles from './Search.module.css';
import { SearchFilters } from './SearchFilters.tsx';
import { SearchMenu } from './SearchMenu.tsx';

/** The search field above the list, which its results replace. */
export function SearchField() {
  const input = useRef<HTMLInputElement>(null);
  const text = useUi((state) => state.searchText);
  useSearchFocus(input);
  // Enter opens the first result once it is found: what follows is meant for that conversation.
  useTypeAhead(() => useActiveResult.getState().pendingText !== null);
  const goOn = (next: string) => {
    change(next);
    input.current?.focus();
  };
  return (
    <div className={styles.place}>
      <div className={styles.field}>
        <IconSearch
          aria-hidden="true"
          size={15}
          stroke={1.75}
          className={`${shared.fieldIcon} ${styles.icon}`}
        />
        <Input ref={input} text={text} />
        <FieldEnd isEmpty={text === ''} />
        <PastSearches field={input} text={text.trim()} onChoose={change} />
        <SearchMenu
          field={input}
          onChoose={(operator) => change(`${text.trimEnd()} ${operator}:`.trimStart())}
        />
      </div>
      <SearchFilters onChange={goOn} />
    </div>
  );
}

interface InputProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly text: string;
}

function Input({ ref, text }: InputProps) {
  const { t } = useTranslation();
  const prepare = usePrepareSearch();
  const activeId = useActiveResult((state) => state.activeId);
  const hasResults = useActiveResult((state) => state.results.length > 0);
  return (
    <input
      ref={ref}
      role="combobox"
      aria-label={t('search.field')}
      aria-expanded={hasResults}
      aria-controls={hasResults ? resultsId : undefined}
      aria-autocomplete="list"
      aria-activedescendant={activeId ?? undefined}
      className={shared.bareInput}
      placeholder={t('search.placeholder')}
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      value={text}
      onFocus={prepare}
      onChange={(event) => change(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** The shortcut to the field while it is empty, else the clear button. */
function FieldEnd({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useTranslation();
  return isEmpty ? (
    <span className={styles.hint} aria-hidden="true">
      <Kbd keys="/" />
    </span>
  ) : (
    <IconButton
      label={t('search.clear')}
      icon={<IconX size={14} />}
      className={styles.clear ?? ''}
      onClick={clear}
    />
  );
}

function useSearchFocus(input: RefObject<HTMLInputElement | null>): void {
  const focus = useUi((state) => state.focus);
  useEffect(() => {
    // While results replace the list, the field has the focus and its keys move through them.
    const isForResults = focus.area === 'list' && useUi.getState().searchText.trim() !== '';
    if (focus.area !== 'search' && !isForResults) return;
    input.current?.focus();
    input.current?.select();
  }, [focus, input]);
}

function change(text: string): void {
  clearChoice();
  useUi.getState().setSearchText(text);
}

function clear(): void {
  change('');
  useUi.getState().focusOn('list');
}

const actions = new Map<string, () => void>([
  ['Escape', clear],
  ['ArrowDown', () => (useUi.getState().searchText === '' ? openPastSearches() : moveResult(1))],
  ['ArrowUp', () => moveResult(-1)],
  ['Enter', () => openResult(useUi.getState().searchText.trim())],
]);

function onKeyDown(event: KeyboardEvent): void {
  const action = actions.get(pressedKey(event) ?? '');
  if (!action) return;
  event.preventDefault();
  action();
}
