import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { toDayAndTime } from '../../ui/time.ts';
import { useCloseWorkspace } from '../../workspace/WorkspaceProvider.tsx';
import styles from './Frame.module.css';

/** Says which file is only read and of when it is, with the way out. */
export function ReadOnlyBanner() {
  const { t, i18n } = useTranslation();
  const close = useCloseWorkspace();
  const { readOnly } = useEngineQuery('system.info', {}).data ?? {};
  if (!readOnly) return null;
  const name = toShownName(readOnly.name, 60);
  const time = readOnly.newestAt === null ? null : toDayAndTime(readOnly.newestAt, i18n.language);
  return (
    <div className={styles.banner}>
      <span role="status">
        {time === null ? t('review.bannerEmpty', { name }) : t('review.banner', { name, time })}
      </span>
      <Button size="small" onClick={close}>
        {t('review.close')}
      </Button>
    </div>
  );
}
