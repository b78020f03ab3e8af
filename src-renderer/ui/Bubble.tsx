import styles from './Bubble.module.css';

interface Props {
  readonly text: string;
  readonly lang?: string | undefined;
}

/** A text as a message shows it. */
export function Bubble({ text, lang }: Props) {
  return (
    <p className={styles.bubble} lang={lang} dir="auto">
      {text}
    </p>
  );
}
