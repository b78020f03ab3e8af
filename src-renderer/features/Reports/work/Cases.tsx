import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { useEngineQuery } from '../../../engine/hooks.ts';
import { FailureCard } from '../../../errors/FailureCard.tsx';
import { openConversation } from '../../../state/ui.ts';
import { Bidi } from '../../../ui/Bidi.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { toName, toShownName } from '../../../ui/shownName.ts';
import type { Range } from '../base/reportPeriod.ts';
import { useFormats } from '../base/useFormats.ts';
import { toFigureName } from './toFigureName.ts';
import styles from './Work.module.css';
import type { CasesAsked } from './workReport.ts';

const MOST = 200;

interface Props {
  readonly asked: CasesAsked;
  readonly range: Range;
  readonly asKnownOn: number | undefined;
  readonly onClose: () => void;
}

/** The conversations that a figure counted: missed targets first, then what took longest, else the latest. */
export function Cases({ asked: { figure, part, ...of }, range, asKnownOn, onClose }: Props) {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  const { data, error } = useEngineQuery('reports.workConversations', {
    ...range,
    figure,
    limit: MOST,
    ...of,
    ...(asKnownOn === undefined ? {} : { asKnownOn }),
  });
  const name = toFigureName(figure, t);
  return (
    <Dialog
      open
      onClose={onClose}
      title={part === undefined ? name : t('labelled', { label: part, value: name })}
      width={560}
    >
      {error && <FailureCard title={t('reports.failed')} error={error.error} />}
      {data && data.total > data.items.length && (
        <p className={styles.some}>
          {t('workReport.someCases', { shown: toCount(data.items.length), total: toCount(data.total) })}
        </p>
      )}
      <ul className={styles.cases}>
        {data?.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one conversation can be counted twice at one time
          <li key={index}>
            <Case item={item} onOpen={onClose} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

type Item = EngineOutput<'reports.workConversations'>['items'][number];

function Case({ item, onOpen }: { readonly item: Item; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const { toTime } = useFormats();
  const agents = useEngineQuery('agents.list', {}).data?.agents ?? [];
  const agent = agents.find(({ id }) => id === item.agent);
  const open = () => {
    onOpen();
    openConversation(item.conversationId);
  };
  return (
    <button type="button" className={styles.case} onClick={open}>
      <span>
        <Bidi text={toName(item.person)} cap={40} />
        {agent && <span className={styles.aside}> · {toShownName(agent.name)}</span>}
      </span>
      <span className={item.target === 'missed' ? styles.missed : styles.aside}>
        {item.target === 'missed' && `${t('workReport.missed')} `}
        {item.ms !== null && toTime(item.ms)}
      </span>
      <RelativeTime at={item.at} className={styles.aside} />
    </button>
  );
}
