/**
 * The values at some ranks, from 0 in ascending order; undefined for a rank that is none. Reorders `values`, and sorts no more of
 * them than the ranks need: quickselect of C. A. R. Hoare, "Algorithm 65: Find", Communications of the ACM 4 (1961), 321-322.
 */
export function selectRanks(values: Float64Array, ranks: readonly number[]): (number | undefined)[] {
  placeRanks(values, 0, values.length - 1, ranks);
  return ranks.map((rank) => values[rank]);
}

function placeRanks(values: Float64Array, first: number, last: number, ranks: readonly number[]): void {
  let [low, high] = [first, last];
  let wanted = ranks.filter((rank) => low <= rank && rank <= high);
  while (low < high && wanted.length > 0) {
    const [left, right] = partition(values, low, high);
    const before = wanted.filter((rank) => rank <= left);
    wanted = wanted.filter((rank) => rank >= right);
    if (before.length > 0 && wanted.length > 0) placeRanks(values, low, left, before);
    if (wanted.length > 0) low = right;
    else [high, wanted] = [left, before];
  }
}

/** Moves what is at most a pivot before what is at least it. Returns the end of the former and the beginning of the latter. */
function partition(values: Float64Array, first: number, last: number): readonly [number, number] {
  const pivot = medianOfThree(at(values, first), at(values, (first + last) >> 1), at(values, last));
  let [left, right] = [first, last];
  while (left <= right) {
    while (at(values, left) < pivot) left += 1;
    while (at(values, right) > pivot) right -= 1;
    if (left > right) break;
    const moved = at(values, left);
    values[left] = at(values, right);
    values[right] = moved;
    left += 1;
    right -= 1;
  }
  return [right, left];
}

const at = (values: Float64Array, index: number): number => values[index] ?? 0;

const medianOfThree = (a: number, b: number, c: number) =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
