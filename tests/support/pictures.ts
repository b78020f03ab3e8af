import { crc32, deflateSync } from 'node:zlib';

const uint16 = (value: number) => Buffer.from([value & 0xff, value >> 8]);
const bigUint16 = (value: number) => uint16(value).reverse();

/** A complete PNG of one colour and one bit a pixel, which compresses to about a thousandth of a byte a pixel. */
export function toPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const pixels = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The beginning of a JPEG, up to its frame header. `before` precedes that. */
export function toJpeg(width: number, height: number, before: Uint8Array = Buffer.alloc(0)): Buffer {
  const jfif = Buffer.from([0xff, 0xe0, 0, 4, 1, 1]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, before, toJpegFrame(width, height)]);
}

/** A JPEG's frame header. */
export function toJpegFrame(width: number, height: number): Buffer {
  const size = [bigUint16(height), bigUint16(width)];
  return Buffer.concat([Buffer.from([0xff, 0xc0, 0, 11, 8]), ...size, Buffer.from([1, 1, 0x11, 0])]);
}

/** A GIF whose frames, all alike, may be larger than its screen. */
export function toGif(
  screen: readonly [number, number],
  frame: readonly [number, number] = screen,
  frames = 1,
): Buffer {
  const palette = Buffer.from([0x80, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff]);
  const comment = Buffer.from([0x21, 0xfe, 2, 0x2c, 0x2c, 0]);
  const image = [Buffer.from([0x2c, 0, 0, 0, 0]), ...frame.map(uint16), Buffer.from([0])];
  const pixels = Buffer.from([2, 2, 0x4c, 1, 0]);
  const head = [Buffer.from('GIF89a'), ...screen.map(uint16), palette];
  const all = Array.from({ length: frames }, () => [comment, ...image, pixels]);
  return Buffer.concat([...head, ...all.flat(), Buffer.from([0x3b])]);
}

/** The beginning of a WebP with an extended header. */
export function toWebp(width: number, height: number): Buffer {
  const uint24 = (value: number) => Buffer.from([value & 0xff, (value >> 8) & 0xff, value >> 16]);
  const head = Buffer.concat([Buffer.alloc(4), uint24(width - 1), uint24(height - 1)]);
  const chunks = Buffer.concat([Buffer.from('WEBPVP8X'), Buffer.from([head.length, 0, 0, 0]), head]);
  return Buffer.concat([Buffer.from('RIFF'), Buffer.from([chunks.length, 0, 0, 0]), chunks]);
}
