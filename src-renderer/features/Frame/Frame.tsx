import { useShellState } from '../../shell/ShellProvider.tsx';
import { useHasOnePane } from '../../shell/usePanes.ts';
import { usePaneWidth } from '../../shell/usePaneWidth.ts';
import { type Screen, useUi } from '../../state/ui.ts';
import { CaptureScreen } from '../Capture/CaptureScreen.tsx';
import { CostsScreen } from '../Costs/CostsScreen.tsx';
import { HelpDialog } from '../Help/HelpDialog.tsx';
import { ListeningScreen } from '../Listening/ListeningScreen.tsx';
import { ModerationDialog } from '../Moderation/ModerationDialog.tsx';
import { OutboxScreen } from '../Outbox/OutboxScreen.tsx';
import { useDecisions } from '../Outbox/useDecisions.ts';
import { Palette } from '../Palette/Palette.tsx';
import { Rail } from '../Rail/Rail.tsx';
import { SettingsDialog } from '../Settings/SettingsDialog.tsx';
import { TagPicker } from '../Tags/TagPicker.tsx';
import { Toasts } from '../Toasts/Toasts.tsx';
import { SaveViewDialog } from '../Views/SaveViewDialog.tsx';
import { ViewsDialog } from '../Views/ViewsDialog.tsx';
import { ConnectDialog } from '../Welcome/ConnectForm.tsx';
import { Banners } from './Banners.tsx';
import { ContextMenu } from './ContextMenu.tsx';
import { Conversations } from './Conversations.tsx';
import styles from './Frame.module.css';
import { Notices } from './Notices.tsx';
import { useAppCommands, useShellRequests } from './useAppCommands.ts';

/** As in the styles, in pixels. */
const cornerGap = 12;

/** The frame of an open workspace: the rail, and beside it the conversations or another screen. */
export function Frame() {
  useAppCommands();
  useShellRequests();
  const screen = useUi((state) => state.screen);
  return (
    <div className={styles.window}>
      <Banners />
      <div className={styles.panes}>
        <Side />
        <Corner />
        <CurrentScreen screen={screen} />
      </div>
      <Overlays />
    </div>
  );
}

/** A component of its own, so that only the rail re-renders when the outbox changes. */
function Side() {
  const { preferences } = useShellState();
  const isNarrow = useHasOnePane();
  return (
    <Rail folded={preferences.railFolded || isNarrow} canUnfold={!isNarrow} decisions={useDecisions()} />
  );
}

/** What Perch has to say, over the beginning of the list: nothing there is moved, and the composer is not covered. */
function Corner() {
  const isBesideList = useUi((state) => state.screen === 'conversations');
  const { value } = usePaneWidth('listWidth');
  return (
    <div className={styles.corner}>
      <div className={styles.stack} style={isBesideList ? { maxWidth: value - 2 * cornerGap } : {}}>
        <Notices />
        <Toasts />
      </div>
    </div>
  );
}

function CurrentScreen({ screen }: { readonly screen: Screen }) {
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

/** The dialogs over the panes, at most one at a time. */
export function Overlays() {
  const overlay = useUi((state) => state.overlay);
  const show = useUi((state) => state.show);
  const close = () => show('none');
  return (
    <>
      <Palette open={overlay === 'palette'} onClose={close} />
      <HelpDialog open={overlay === 'help'} onClose={close} />
      <SettingsDialog
        open={overlay === 'settings' || overlay === 'newAgent'}
        addsAgent={overlay === 'newAgent'}
        onClose={close}
      />
      <TagPicker />
      <SaveViewDialog open={overlay === 'saveView'} onClose={close} />
      <ViewsDialog open={overlay === 'views'} onClose={close} />
      <ConnectDialog open={overlay === 'connect'} onClose={close} />
      <ContextMenu />
      <ModerationDialog />
    </>
  );
}
