import { Menu } from '@base-ui/react/menu';
import { IconHistory, IconPin } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { PastSearch } from '#shared/domain/pastSearch.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuPopup } from '../../ui/MenuPopup.tsx';
import shared from '../../ui/shared.module.css';
import { useFirstFocused } from '../../ui/useFirstFocused.ts';
import { usePastSearchMenu } from './pastSearchMenu.ts';
import styles from './Search.module.css';

interface Props {
  readonly field: RefObject<HTMLInputElement | null>;
  /** What is in the field. */
  readonly text: string;
  readonly onChoose: (text: string) => void;
}

/** The button in the field with the searches that are pinned or were made before. */
export function PastSearches({ field, text, onChoose }: Props) {
  const { t } = useTranslation();
  const isOpen = usePastSearchMenu((menu) => menu.isOpen);
  const focusFirst = useFirstFocused(isOpen);
  // Read before the menu opens, so that its first entry is there to be focused.
  const items = useEngineQuery('pastSearches.list', {}).data?.items ?? [];
  return (
    <Menu.Root
      modal={false}
      open={isOpen}
      onOpenChange={(next) => usePastSearchMenu.setState({ isOpen: next })}
    >
      <Menu.Trigger
        render={
          <IconButton
            label={t('pastSearches.title')}
            className={styles.clear ?? ''}
            icon={<IconHistory size={14} stroke={1.75} />}
          />
        }
      />
      <MenuPopup
        label={t('pastSearches.title')}
        place={{ align: 'end' }}
        className={styles.operators}
        finalFocus={field}
        onFocus={focusFirst}
      >
        <Entries items={items} text={text} onChoose={onChoose} />
      </MenuPopup>
    </Menu.Root>
  );
}

interface EntriesProps extends Pick<Props, 'text' | 'onChoose'> {
  readonly items: readonly PastSearch[];
}

function Entries({ items, text, onChoose }: EntriesProps) {
  const { t } = useTranslation();
  const pin = useEngineCommand('pastSearches.pin');
  const unpin = useEngineCommand('pastSearches.unpin');
  const clear = useEngineCommand('pastSearches.clear');
  const isPinned = items.some((item) => item.isPinned && item.text === text);
  const canChange = !useIsReadOnly();
  const canPin = canChange && text !== '';
  const canClear = canChange && items.some((item) => !item.isPinned);
  return (
    <>
      {items.length === 0 && <div className={styles.noPast}>{t('pastSearches.none')}</div>}
      {items.map((item) => (
        <Entry key={item.text} item={item} onChoose={onChoose} />
      ))}
      {(canPin || canClear) && <Menu.Separator className={shared.menuRule} />}
      {canPin && (
        <Menu.Item className={shared.menuItem} onClick={() => void (isPinned ? unpin : pin)({ text })}>
          {t(isPinned ? 'pastSearches.unpin' : 'pastSearches.pin')}
        </Menu.Item>
      )}
      {canClear && (
        <Menu.Item className={shared.menuItem} onClick={() => void clear({})}>
          {t('pastSearches.clear')}
        </Menu.Item>
      )}
    </>
  );
}

interface EntryProps {
  readonly item: PastSearch;
  readonly onChoose: (text: string) => void;
}

function Entry({ item: { text, isPinned }, onChoose }: EntryProps) {
  const { t } = useTranslation();
  return (
    <Menu.Item
      className={shared.menuItem}
      aria-label={isPinned ? t('pastSearches.pinned', { text }) : text}
      onClick={() => onChoose(text)}
    >
      <span className={styles.pin}>{isPinned && <IconPin aria-hidden="true" size={14} stroke={1.75} />}</span>
      <bdi className={styles.past}>{text}</bdi>
    </Menu.Item>
  );
}
