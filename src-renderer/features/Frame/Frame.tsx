import { useEffect } from 'react';
import { useShellState } from '../../ShellProvider.tsx';
import { type Screen, useUi } from '../../state/ui.ts';
import { CaptureScreen } from '../Capture/CaptureScreen.tsx';
import { CostsScreen } from '../Costs/CostsScreen.tsx';
import { ListeningScreen } from '../Listening/ListeningScreen.tsx';
import { OutboxScreen } from '../Outbox/OutboxScreen.tsx';
import { Rail } from '../Rail/Rail.tsx';
import { Banners } from './Banners.tsx';
import { Conversations } from './Conversations.tsx';
import styles from './Frame.module.css';
import { Notices } from './Notices.tsx';
import { Overlays } from './Overlays.tsx';
import { useAppCommands } from './useAppCommands.ts';
import { useShellRequests } from './useShellRequests.ts';
import { useWindowTitle } from './useWindowTitle.ts';

/** The panes of an open workspace: the rail, and beside it the conversations or another place. */
export function Frame() {
  useAppCommands();
  useShellRequests();
  useWindowTitle();
  useEffect(() => () => useUi.getState().reset(), []);
  const { preferences } = useShellState();
  const screen = useUi((state) => state.screen);
  return (
    <div className={styles.window}>
      <Banners />
      <div className={styles.panes}>
        <Rail folded={preferences.railFolded} />
        <Place screen={screen} />
      </div>
      <Notices />
      <Overlays />
    </div>
  );
}

function Place({ screen }: { readonly screen: Screen }) {
  switch (screen) {
    case 'conversations':
      return <Conversations />;
    case 'outbox':
      return <OutboxScreen />;
    case 'listening':
      return <ListeningScreen />;
    case 'costs':
      return <CostsScreen />;
    case 'capture':
      return <CaptureScreen />;
  }
}
