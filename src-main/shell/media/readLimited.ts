/** The whole of a body, or null as soon as it is longer than `limitBytes`. */
export async function readLimited(response: Response, limitBytes: number): Promise<Uint8Array | null> {
  if (Number(response.headers.get('content-length') ?? 0) > limitBytes) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    parts.push(part.value);
    size += part.value.byteLength;
    if (size > limitBytes) {
      await reader?.cancel();
      return null;
    }
  }
  return Buffer.concat(parts);
}
