import { useTranslation } from 'react-i18next';
import { PageSection } from '../../../ui/Page.tsx';
import styles from './Work.module.css';

const terms = [
  'opened',
  'firstReply',
  'nextReply',
  'inTarget',
  'resolved',
  'backlog',
  'reuse',
  'around',
  'compared',
  'intervals',
] as const;

/** What the figures mean. */
export function Means() {
  const { t } = useTranslation();
  return (
    <PageSection title={t('workReport.means.title')}>
      <dl className={styles.means}>
        {terms.map((term) => (
          <Term key={term} name={t(`workReport.means.names.${term}`)} text={t(`workReport.means.${term}`)} />
        ))}
      </dl>
    </PageSection>
  );
}

function Term({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
