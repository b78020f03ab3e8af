const signatures: readonly {
  readonly type: string;
  readonly at: number;
  readonly bytes: readonly number[];
}[] = [
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', at: 0, bytes: [...Buffer.from('GIF8')] },
  { type: 'image/webp', at: 8, bytes: [...Buffer.from('WEBP')] },
];

/** What kind of picture the bytes themselves say they are; null for everything else, SVG included. */
export function toImageType(bytes: Uint8Array): string | null {
  const found = signatures.find(({ at, bytes: wanted }) =>
    wanted.every((byte, index) => bytes[at + index] === byte),
  );
  return found?.type ?? null;
}
