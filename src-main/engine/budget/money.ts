const MICRO = 1_000_000;

/** Money as it is stored: integer millionths of a US dollar, so that sums stay exact. */
export function toMicroUsd(usd: number): number {
  return Math.round(usd * MICRO);
}

/** Money as it is displayed and set, in US dollars. */
export function toUsd(microUsd: number): number {
  return microUsd / MICRO;
}
