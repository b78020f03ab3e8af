import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { useHasOnePane, useShownPanes } from '../../shell/usePanes.ts';
import { usePaneWidth } from '../../shell/usePaneWidth.ts';
import { type Screen, useUi } from '../../state/ui.ts';
import { LogOutDialog, RemoveAccountDialog } from '../Account/AccountDialogs.tsx';
import { CaptureScreen } from '../Capture/CaptureScreen.tsx';
import { ApprovalNews } from '../Conversation/approvals/ApprovalCards.tsx';
import { CostsScreen } from '../Costs/CostsScreen.tsx';
import { CrisisDialog } from '../Crisis/CrisisDialog.tsx';
import { IncidentPrinting } from '../Crisis/IncidentPrinting.tsx';
import { PastDialog } from '../Crisis/PastDialog.tsx';
import { StartDialog } from '../Crisis/StartDialog.tsx';
import { HandoversScreen } from '../Handovers/HandoversScreen.tsx';
import { HelpDialog } from '../Help/HelpDialog.tsx';
import { LibraryScreen } from '../Library/LibraryScreen.tsx';
import { ListeningScreen } from '../Listening/ListeningScreen.tsx';
import { MacroQuestion } from '../Macros/MacroQuestion.tsx';
import { MacrosDialog } from '../Macros/MacrosDialog.tsx';
import { ModerationDialog } from '../Moderation/ModerationDialog.tsx';
import { NetworkDialog } from '../Network/NetworkDialog.tsx';
import { OutboxScreen } from '../Outbox/OutboxScreen.tsx';
import { useDecisions } from '../Outbox/useDecisions.ts';
import { Palette } from '../Palette/Palette.tsx';
import { EraseDialog } from '../Person/EraseDialog.tsx';
import { Printing } from '../Print/Printing.tsx';
import { Rail } from '../Rail/Rail.tsx';
import { ReportPrinting } from '../Reports/ReportPrinting.tsx';
import { ReportsScreen } from '../Reports/ReportsScreen.tsx';
import { WeeklyReport } from '../Reports/WeeklyReport.tsx';
import { RulesDialog } from '../Rules/RulesDialog.tsx';
import { SettingsDialog } from '../Settings/SettingsDialog.tsx';
import { ScoreDialog } from '../Surveys/ScoreDialog.tsx';
import { SurveyDialog } from '../Surveys/SurveyDialog.tsx';
import { TagPicker } from '../Tags/TagPicker.tsx';
import { Toasts } from '../Toasts/Toasts.tsx';
import { SaveViewDialog } from '../Views/SaveViewDialog.tsx';
import { ViewsDialog } from '../Views/ViewsDialog.tsx';
import { ConnectDialog } from '../Welcome/ConnectDialog.tsx';
import { Banners } from './Banners.tsx';
import { ContextMenu } from './ContextMenu.tsx';
import { Conversations } from './Conversations.tsx';
import styles from './Frame.module.css';
import { Notices } from './Notices.tsx';
import { ResolveOlder } from './ResolveOlder.tsx';
import { useAppCommands, useShellRequests } from './useAppCommands.ts';
import { useNetworkReports } from './useNetworkReports.ts';

/** As in the styles, in pixels. */
const cornerGap = 12;

/** The frame of an open workspace: the rail, and beside it the conversations or another screen. */
export function Frame() {
  useAppCommands();
  useShellRequests();
  useNetworkReports();
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

/**
 * What Perch has to say, in the corner beside the rail. The list and the pages keep room for it, so that it covers no row; where the
 * conversation alone is shown, it stands at the top, since the composer is at the bottom.
 */
function Corner() {
  const isBesideList = useUi((state) => state.screen === 'conversations');
  const shown = useShownPanes();
  const { value } = usePaneWidth('listWidth');
  const stack = useRef<HTMLDivElement>(null);
  const isAtTop = isBesideList && shown === 'conversation';
  useRoom(stack, isAtTop);
  return (
    <div className={styles.corner} data-top={isAtTop || undefined}>
      <div
        ref={stack}
        className={styles.stack}
        style={isBesideList && shown === 'both' ? { maxWidth: value - 2 * cornerGap } : {}}
      >
        <Notices />
        <Toasts />
        <ApprovalNews />
      </div>
    </div>
  );
}

/** Tells the style sheets how much room the stack takes at the bottom of the panes. */
function useRoom(stack: RefObject<HTMLDivElement | null>, isAtTop: boolean): void {
  useLayoutEffect(() => {
    const { current } = stack;
    const panes = current?.closest<HTMLElement>(`.${styles.panes}`);
    if (!current || !panes) return;
    const observer = new ResizeObserver(() => {
      const height = isAtTop ? 0 : current.getBoundingClientRect().height;
      panes.style.setProperty(
        '--toast-room',
        height > cornerGap ? `${Math.ceil(height) + 2 * cornerGap}px` : '0px',
      );
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [stack, isAtTop]);
}

function CurrentScreen({ screen }: { readonly screen: Screen }) {
  switch (screen) {
    case 'conversations':
      return <Conversations />;
    case 'outbox':
      return <OutboxScreen />;
    case 'listening':
      return <ListeningScreen />;
    case 'library':
      return <LibraryScreen />;
    case 'costs':
      return <CostsScreen />;
    case 'handovers':
      return <HandoversScreen />;
    case 'reports':
      return <ReportsScreen />;
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
      <NetworkDialog open={overlay === 'network'} onClose={close} />
      <TagPicker />
      <SaveViewDialog open={overlay === 'saveView'} onClose={close} />
      <MacrosDialog open={overlay === 'macros'} onClose={close} />
      <MacroQuestion />
      <RulesDialog open={overlay === 'rules'} onClose={close} />
      <StartDialog open={overlay === 'crisisStart'} onClose={close} />
      <PastDialog open={overlay === 'crisisPast'} onClose={close} />
      <CrisisDialog open={overlay === 'crisis'} onClose={close} />
      <ViewsDialog open={overlay === 'views'} onClose={close} />
      <ConnectDialog open={overlay === 'connect'} onClose={close} />
      <LogOutDialog open={overlay === 'logOut'} onClose={close} />
      <RemoveAccountDialog open={overlay === 'removeAccount'} onClose={close} />
      <ResolveOlder open={overlay === 'resolveOlder'} onClose={close} />
      <ContextMenu />
      <ModerationDialog />
      <EraseDialog />
      <SurveyDialog />
      <ScoreDialog />
      <Printing />
      <ReportPrinting />
      <IncidentPrinting />
      <WeeklyReport />
    </>
  );
}
