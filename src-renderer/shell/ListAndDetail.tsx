import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toOpenId } from '../state/moving.ts';
import { useUi } from '../state/ui.ts';
import { Button } from '../ui/Button.tsx';
import { ListSide } from '../ui/ListSide.tsx';
import styles from './ListAndDetail.module.css';
import { type ShownPanes, useHasOnePane } from './usePanes.ts';
import { usePaneWidth } from './usePaneWidth.ts';

interface Props {
  readonly listLabel: string;
  readonly list: ReactNode;
  readonly detailLabel: string;
  /** The pane of the detail; needed to focus it. */
  readonly detailRef?: RefObject<HTMLElement | null>;
  readonly shown: ShownPanes;
  /** The detail. */
  readonly children: ReactNode;
}

const places = { both: 'beside', list: 'alone', conversation: 'behind' } as const;

/** A list and beside it what is selected there. A narrow window shows one of the two; the other keeps its place and its state. */
export function ListAndDetail({ listLabel, list, detailLabel, detailRef, shown, children }: Props) {
  const setFront = useUi((state) => state.setFront);
  const own = useRef<HTMLElement>(null);
  const pane = detailRef ?? own;
  useRescuedFocus(pane, shown);
  return (
    <div className={styles.both} data-one={shown !== 'both' || undefined}>
      <ListSide
        label={listLabel}
        width={usePaneWidth('listWidth')}
        place={places[shown]}
        onFocus={() => setFront('list')}
      >
        {list}
      </ListSide>
      <main
        ref={pane}
        tabIndex={-1}
        className={styles.detail}
        aria-label={detailLabel}
        data-behind={shown === 'list' || undefined}
        onFocus={() => setFront('conversation')}
      >
        {children}
      </main>
    </div>
  );
}

/** The way back to the list where the detail fills its place. */
export function BackToList() {
  const { t } = useTranslation();
  if (!useHasOnePane()) return null;
  return (
    <div className={styles.bar}>
      <Button
        tone="quiet"
        command="list.focus"
        icon={<IconArrowLeft aria-hidden="true" size={16} stroke={1.75} />}
        onClick={() => useUi.getState().focusOn('list')}
      >
        {t('commands.backToList')}
      </Button>
    </div>
  );
}

/** Focuses the detail where it alone is shown and nothing that can be seen has the focus. */
function useRescuedFocus(pane: RefObject<HTMLElement | null>, shown: ShownPanes): void {
  const focus = useUi((state) => state.focus);
  const openId = useUi(toOpenId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move of focus and each opening can end in the hidden list
  useEffect(() => {
    if (shown !== 'conversation') return;
    const { activeElement, body } = document;
    if (activeElement !== body && !activeElement?.closest('[data-place="behind"]')) return;
    pane.current?.focus({ preventScroll: true });
  }, [pane, shown, focus, openId]);
}
