const HEAD_END = Buffer.from('\r\n\r\n');

/** The fields of a `multipart/form-data` body by their names, as bytes; null if the body or its type is none. */
export function parseMultipart(contentType: string, body: Buffer): ReadonlyMap<string, Buffer> | null {
  const [, boundary] = /^multipart\/form-data;\s*boundary="?([^";]+)"?/i.exec(contentType) ?? [];
  if (boundary === undefined) return null;
  const fields = new Map<string, Buffer>();
  const delimiter = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(delimiter); at >= 0; ) {
    const from = at + delimiter.length;
    const next = body.indexOf(delimiter, from);
    if (next < 0) break;
    const part = body.subarray(from + 2, next - 2);
    const headEnd = part.indexOf(HEAD_END);
    const [, name] = /name="([^"]*)"/.exec(part.toString('latin1', 0, Math.max(headEnd, 0))) ?? [];
    if (name !== undefined) fields.set(name, part.subarray(headEnd + HEAD_END.length));
    at = next;
  }
  return fields;
}
