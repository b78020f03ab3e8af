import { IconChevronsLeft, IconChevronsRight, IconKeyboard, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useSetPreferences } from '../../shell/ShellProvider.tsx';
import { goToView, useListQuery } from '../../state/listQuery.ts';
import { useUi } from '../../state/ui.ts';
import { screens } from '../../state/views.ts';
import { useCounts } from '../../workspace/useOpenList.ts';
import { useShownViews } from '../../workspace/useTeam.ts';
import { AgentItem } from './AgentItem.tsx';
import { QuietItem } from './QuietItem.tsx';
import styles from './Rail.module.css';
import { RailItem } from './RailItem.tsx';
import { SavedViews } from './SavedViews.tsx';
import { WorkspaceHead } from './WorkspaceHead.tsx';

interface Props {
  /** True shows icons only. */
  readonly folded: boolean;
  /** False in a window without room for the names. */
  readonly canUnfold: boolean;
  /** How many replies need an agent's decision. */
  readonly decisions: number;
}

/** The views and screens of the workspace, with their counts. */
export function Rail({ folded, canUnfold, decisions }: Props) {
  const { t } = useTranslation();
  return (
    <nav className={styles.rail} data-folded={folded || undefined} aria-label={t('frame.rail')}>
      <WorkspaceHead folded={folded} />
      <Views folded={folded} />
      <Screens folded={folded} decisions={decisions} />
      <Foot folded={folded} canUnfold={canUnfold} />
    </nav>
  );
}

/** The views, each a list of conversations, and the saved ones. */
function Views({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation();
  const view = useUi((state) => state.view);
  const screen = useUi((state) => state.screen);
  const isSaved = useListQuery((state) => state.saved !== null);
  const counts = useCounts()?.counts;
  return (
    <ul className={styles.views}>
      {useShownViews().map((each) => (
        <li key={each.view}>
          <RailItem
            label={t(`views.${each.view}`)}
            icon={<each.Icon size={17} stroke={1.6} />}
            command={`view.${each.view}`}
            folded={folded}
            current={screen === 'conversations' && each.view === view && !isSaved}
            onPress={() => goToView(each.view)}
            {...(counts && (folded ? urgent : counted).has(each.view) ? { count: counts[each.view] } : {})}
          />
        </li>
      ))}
      <SavedViews folded={folded} />
    </ul>
  );
}

/** The screens beside the conversations. */
function Screens({ folded, decisions }: Omit<Props, 'canUnfold'>) {
  const { t } = useTranslation();
  const current = useUi((state) => state.screen);
  const goTo = useUi((state) => state.goTo);
  const unread = useEngineQuery('listening.counts', {}).data?.unread ?? 0;
  return (
    <ul className={styles.places}>
      {screens.map(({ screen, Icon }) => (
        <li key={screen}>
          <RailItem
            label={t(`${screen}.title`)}
            icon={<Icon size={17} stroke={1.6} />}
            command={`screen.${screen}`}
            folded={folded}
            current={screen === current}
            onPress={() => goTo(screen)}
            {...(screen === 'outbox' ? { count: decisions, tone: 'urgent' as const } : {})}
            {...(screen === 'listening' ? { count: unread } : {})}
          />
        </li>
      ))}
    </ul>
  );
}

/** The agent, settings, help and folding. */
function Foot({ folded, canUnfold }: Omit<Props, 'decisions'>) {
  const { t } = useTranslation();
  const show = useUi((state) => state.show);
  const setPreferences = useSetPreferences();
  const Fold = folded ? IconChevronsRight : IconChevronsLeft;
  return (
    <div className={styles.foot}>
      <QuietItem folded={folded} />
      <AgentItem folded={folded} />
      <RailItem
        label={t('commands.settings')}
        icon={<IconSettings size={17} stroke={1.6} />}
        command="settings.open"
        folded={folded}
        onPress={() => show('settings')}
      />
      <RailItem
        label={t('commands.help')}
        icon={<IconKeyboard size={17} stroke={1.6} />}
        command="help.open"
        folded={folded}
        onPress={() => show('help')}
      />
      {canUnfold && (
        <RailItem
          label={t(folded ? 'frame.unfoldRail' : 'frame.foldRail')}
          icon={<Fold size={17} stroke={1.6} />}
          command="rail.toggle"
          folded={folded}
          onPress={() => setPreferences({ railFolded: !folded })}
        />
      )}
    </div>
  );
}

/** The views that show a count while the rail is folded. */
const urgent: ReadonlySet<string> = new Set(['queue', 'mine', 'toApprove']);

/** The views that show a count. Views that only grow show none, since nothing needs to be done there. */
const counted: ReadonlySet<string> = new Set([
  'queue',
  'mine',
  'toApprove',
  'drafts',
  'open',
  'pending',
  'snoozed',
]);
