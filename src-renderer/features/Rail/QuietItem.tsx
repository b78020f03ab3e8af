import { IconBellOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuiet } from '../../shell/useQuiet.ts';
import { RailItem } from './RailItem.tsx';

/** Says until when nothing disturbs, if that is so; a click ends it. */
export function QuietItem({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation();
  const { until, choose } = useQuiet();
  if (until === null) return null;
  return (
    <RailItem
      label={t('desktop.rail', { time: until })}
      title={t('desktop.railHint', { time: until })}
      icon={<IconBellOff size={17} stroke={1.6} />}
      command="quiet.off"
      folded={folded}
      onPress={() => choose('off')}
    />
  );
}
