import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Spike } from '#shared/domain/spike.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { goToView, setSort } from '../../state/listQuery.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './Frame.module.css';

/** Says that far more posts came than usual, and what they have in common, until somebody dismisses it. */
export function SpikeBanner() {
  const { t } = useTranslation();
  const { data } = useEngineQuery('spikes.list', { limit: 1 });
  const dismiss = useEngineCommand('spikes.dismiss');
  const words = useSpikeWords();
  const crisis = useEngineQuery('crisis.get', {}).data;
  const spike = data?.items[0];
  if (!spike || spike.dismissed) return null;
  const look = () => {
    if (spike.sourceId === 'mentions') {
      goToView('queue');
      // Due first would have them behind all that waits already.
      setSort('newest');
    } else useUi.getState().goTo('listening');
    useUi.getState().focusOn('list');
  };
  const onDismiss = () => {
    useUi.getState().focusOn('list');
    void dismiss({ id: spike.id });
  };
  return (
    <div role="status" className={styles.banner} data-tone="due">
      <span>{words(spike)}</span>
      <Button size="small" onClick={look}>
        {t('listening.spike.look')}
      </Button>
      {crisis?.running === null && (
        <Button size="small" onClick={() => useUi.getState().show('crisisStart')}>
          {t('crisis.start')}
        </Button>
      )}
      <IconButton label={t('listening.spike.dismiss')} icon={<IconX size={14} />} onClick={onDismiss} />
    </div>
  );
}

/** Returns what says a spike with its reasons in words, such as "Mentions, 14:05: 47 posts in 10 minutes, usually 3 · #harbourfail in 80 %". */
function useSpikeWords(): (spike: Spike) => string {
  const { t, i18n } = useTranslation();
  const { data: searches } = useEngineQuery('savedSearches.list', {});
  const format = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  return ({ sourceId, beganAt, posts, usual, hashtag, largeAccounts }) => {
    const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short', dateStyle: 'short' }).format(
      beganAt,
    );
    const name = searches?.items.find(({ id }) => `search:${id}` === sourceId)?.name;
    const where =
      name === undefined
        ? t('listening.spike.mentions', { time })
        : t('listening.spike.search', { name, time });
    const what = t('listening.spike.what', { posts: format(posts), usual: format(Math.round(usual)) });
    const reasons = [
      ...(hashtag
        ? [t('listening.spike.hashtag', { name: hashtag.name, share: percent.format(hashtag.share) })]
        : []),
      ...(largeAccounts > 0 ? [t('listening.spike.large', { count: largeAccounts })] : []),
    ];
    return [`${where}: ${what}`, ...reasons].join(' · ');
  };
}
