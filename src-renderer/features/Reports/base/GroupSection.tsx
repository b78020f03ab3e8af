import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Named } from '../../../ui/Named.tsx';
import { PageSection } from '../../../ui/Page.tsx';
import { Select } from '../../../ui/Select.tsx';

interface Props<Grouping extends string> {
  readonly groupBy: Grouping;
  readonly choices: readonly { readonly value: Grouping; readonly label: string }[];
  readonly onChange: (groupBy: Grouping) => void;
  readonly children: ReactNode;
}

/** The figures of a report in parts, and the choice of what they are parted by. */
export function GroupSection<Grouping extends string>(props: Props<Grouping>) {
  const { groupBy, choices, onChange, children } = props;
  const { t } = useTranslation();
  return (
    <PageSection
      title={t('reports.by')}
      aside={
        <Named label={t('reports.groupBy')}>
          {(id) => <Select labelledBy={id} value={groupBy} choices={choices} onChange={onChange} />}
        </Named>
      }
    >
      {children}
    </PageSection>
  );
}
