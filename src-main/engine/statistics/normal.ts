/** The 97.5 % point of the normal distribution: 95 % lie within so many standard errors. */
export const Z_95 = 1.959964;

/**
 * How probable a value at least as far from 0 as `z` is by chance, on either side. Right to seven digits, more than anybody shows.
 *
 * 2 (1 - Φ(|z|)) by the expansion of M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.2.17.
 */
export function chanceOf(z: number): number {
  const x = Math.abs(z);
  const t = 1 / (1 + 0.2316419 * x);
  const series = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153];
  const sum = series.reduce((total, factor) => (total + factor) * t, 0);
  return Math.min(1, 2 * (Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI)) * sum);
}
