import type { PrivateData } from '#shared/privateData.ts';

/** A public reply that gives away personal data. */
export interface Leak {
  readonly language: 'en' | 'nl' | 'fr';
  readonly kind: PrivateData;
  readonly text: string;
  /** What is given away, as it stands in the text. */
  readonly part: string;
}
