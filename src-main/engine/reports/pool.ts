/** Different values, each with a place from 0. */
export interface Pool<T> {
  readonly values: readonly T[];
  /** Where a value is, which is added if it is new. */
  readonly placeOf: (value: T) => number;
}

/** An empty pool. Values with the same key are the same. */
export function createPool<T>(toKey: (value: T) => string | null): Pool<T> {
  const values: T[] = [];
  const places = new Map<string | null, number>();
  const add = (key: string | null, value: T) => {
    const place = values.push(value) - 1;
    places.set(key, place);
    return place;
  };
  return {
    values,
    placeOf: (value) => {
      const key = toKey(value);
      return places.get(key) ?? add(key, value);
    },
  };
}
