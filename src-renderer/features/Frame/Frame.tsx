import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetShellSettings, useShellState } from '../../ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { ConversationPane } from '../Conversation/ConversationPane.tsx';
import { ListPane } from '../Queue/ListPane.tsx';
import { Rail } from '../Rail/Rail.tsx';
import { Banners } from './Banners.tsx';
import styles from './Frame.module.css';
import { Notices } from './Notices.tsx';
import { Overlays } from './Overlays.tsx';
import { PersonSide } from './PersonSide.tsx';
import { Resizer } from './Resizer.tsx';
import { useAppCommands } from './useAppCommands.ts';
import { useShellRequests } from './useShellRequests.ts';
import { useWindowTitle } from './useWindowTitle.ts';

/** The widths between which the list can be drawn, in pixels. */
const listLimits = { min: 280, max: 560, standard: 340 } as const;

/** The panes of an open workspace: views, list, conversation, person. */
export function Frame() {
  useAppCommands();
  useShellRequests();
  useWindowTitle();
  useEffect(() => () => useUi.getState().reset(), []);
  const { t } = useTranslation();
  const { settings } = useShellState();
  const setSettings = useSetShellSettings();
  const [listWidth, setListWidth] = useState<number | null>(null);
  return (
    <div className={styles.window}>
      <Banners />
      <div className={styles.panes}>
        <Rail folded={settings.railFolded} />
        <section
          className={styles.list}
          aria-label={t('frame.list')}
          style={{ width: listWidth ?? settings.listWidth }}
        >
          <ListPane />
          <Resizer
            label={t('frame.resizeList')}
            value={listWidth ?? settings.listWidth}
            limits={listLimits}
            grows="right"
            onMove={setListWidth}
            onEnd={(width) => {
              setListWidth(null);
              setSettings({ listWidth: width });
            }}
          />
        </section>
        <Conversation />
        <PersonSide />
      </div>
      <Notices />
      <Overlays />
    </div>
  );
}

function Conversation() {
  const { t } = useTranslation();
  const selectedId = useUi((state) => state.selectedId);
  const focus = useUi((state) => state.focus);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focus.area === 'conversation') pane.current?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <main ref={pane} tabIndex={-1} className={styles.conversation} aria-label={t('frame.conversation')}>
      {selectedId === null ? (
        <EmptyState
          icon={<Mark size={44} />}
          title={t('frame.noConversation')}
          hint={t('frame.noConversationHint')}
        />
      ) : (
        <ConversationPane id={selectedId} key={selectedId} />
      )}
    </main>
  );
}
