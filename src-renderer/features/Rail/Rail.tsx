import { IconChevronsLeft, IconChevronsRight, IconKeyboard, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useSetShellSettings } from '../../ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { screens } from '../Frame/screens.ts';
import { views } from '../Frame/views.ts';
import { useDecisions } from '../Outbox/useDecisions.ts';
import styles from './Rail.module.css';
import { RailItem } from './RailItem.tsx';
import { WorkspaceHead } from './WorkspaceHead.tsx';

/** The views of the workspace with their counts; folded it shows only signs. */
export function Rail({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.rail} data-folded={folded || undefined} aria-label={t('frame.rail')}>
      <WorkspaceHead folded={folded} />
      <Views folded={folded} />
      <Places folded={folded} />
      <Foot folded={folded} />
    </nav>
  );
}

/** The lists of conversations. */
function Views({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation();
  const view = useUi((state) => state.view);
  const screen = useUi((state) => state.screen);
  const setView = useUi((state) => state.setView);
  const { data } = useEngineQuery('conversations.counts', {});
  return (
    <ul className={styles.views}>
      {views.map((each) => (
        <li key={each.view}>
          <RailItem
            label={t(`views.${each.view}`)}
            icon={<each.Icon size={17} stroke={1.6} />}
            command={`view.${each.view}`}
            folded={folded}
            current={screen === 'conversations' && each.view === view}
            onPress={() => setView(each.view)}
            {...(data && (folded ? urgent : counted).has(each.view) ? { count: data.counts[each.view] } : {})}
          />
        </li>
      ))}
    </ul>
  );
}

/** What stands beside the conversations; the outbox counts the answers that need a decision. */
function Places({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation();
  const current = useUi((state) => state.screen);
  const goTo = useUi((state) => state.goTo);
  const decisions = useDecisions();
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
          />
        </li>
      ))}
    </ul>
  );
}

/** What concerns the window itself. */
function Foot({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation();
  const show = useUi((state) => state.show);
  const setSettings = useSetShellSettings();
  const Fold = folded ? IconChevronsRight : IconChevronsLeft;
  return (
    <div className={styles.foot}>
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
      <RailItem
        label={t(folded ? 'frame.unfoldRail' : 'frame.foldRail')}
        icon={<Fold size={17} stroke={1.6} />}
        command="rail.toggle"
        folded={folded}
        onPress={() => setSettings({ railFolded: !folded })}
      />
    </div>
  );
}

/** Which views say a number while the rail is folded. */
const urgent: ReadonlySet<string> = new Set(['queue', 'mine']);

/** The views that only grow say no number: it would ask for nothing. */
const counted: ReadonlySet<string> = new Set(['queue', 'mine', 'open', 'pending', 'snoozed']);
