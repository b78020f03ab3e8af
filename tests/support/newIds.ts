/** Ids like UUIDv7 that grow with every call, the same in every run. */
export function newIds(prefix = '01900000'): () => string {
  let next = 0;
  return () => `${prefix}-0000-7000-8000-${String(next++).padStart(12, '0')}`;
}
