import { crc32, deflateSync } from 'node:zlib';

/** Width and height in pixels. */
const SIZE = 96;
/** Each pixel is the mean of so many points in each direction. */
const POINTS = 2;
/** One person in so many has no picture. */
const WITHOUT = 6;

type Colour = readonly [red: number, green: number, blue: number];

/** The file name of a person's drawn portrait, or of the stand-in that X has for people without a picture. */
export function portraitNameOf(id: string): string {
  return toHash(id) % WITHOUT === 0 ? 'default_profile_normal.png' : `portrait-${id}.png`;
}

/** The person whose portrait has this file name; null if it is none. */
export function idOfPortrait(name: string): string | null {
  return /^portrait-(\d{1,19})\.png$/.exec(name)?.[1] ?? null;
}

/** A portrait made of a few shapes, as PNG. The same for the same id; no photo of anybody. */
export function drawPortrait(id: string): Buffer {
  const portrait = toPortrait(toHash(id));
  const rows = Array.from({ length: SIZE }, (_, y) => {
    const row = Buffer.alloc(1 + SIZE * 3);
    for (let x = 0; x < SIZE; x++) row.set(meanAt(portrait, x, y), 1 + x * 3);
    return row;
  });
  return toPng(Buffer.concat(rows));
}

interface Portrait {
  readonly background: Colour;
  readonly skin: Colour;
  readonly hair: Colour;
  readonly clothes: Colour;
  /** How far the hair reaches down, from 0 to 1; negative for none. */
  readonly hairLength: number;
}

const backgrounds: readonly Colour[] = [
  [196, 221, 240],
  [232, 214, 196],
  [208, 230, 206],
  [226, 210, 236],
  [240, 222, 170],
  [206, 212, 222],
];
const skins: readonly Colour[] = [
  [246, 214, 190],
  [229, 184, 148],
  [198, 142, 102],
  [146, 98, 68],
  [98, 64, 46],
];
const hairs: readonly Colour[] = [
  [44, 34, 30],
  [94, 62, 38],
  [186, 138, 72],
  [146, 58, 32],
  [168, 166, 164],
];
const clothes: readonly Colour[] = [
  [58, 92, 148],
  [150, 62, 74],
  [66, 118, 92],
  [92, 74, 128],
  [64, 68, 78],
  [196, 120, 54],
];
const hairLengths = [0.28, 0.34, 0.62, 0.78, -1] as const;

function toPortrait(hash: number): Portrait {
  return {
    background: pick(backgrounds, hash),
    skin: pick(skins, hash >>> 4),
    hair: pick(hairs, hash >>> 9),
    clothes: pick(clothes, hash >>> 13),
    hairLength: pick(hairLengths, hash >>> 18),
  };
}

function pick<T>(from: readonly T[], hash: number): T {
  const found = from[hash % from.length];
  if (found === undefined) throw new Error('There is nothing to pick from.');
  return found;
}

/** The colour of a point; both coordinates go from 0 to 1. */
function colourAt({ background, skin, hair, clothes: shirt, hairLength }: Portrait, x: number, y: number) {
  const isInFace = isInside(x, y, { x: 0.5, y: 0.44, width: 0.19, height: 0.24 });
  const isHairy = hairLength > 0 && isInside(x, y, { x: 0.5, y: 0.4, width: 0.25, height: 0.28 });
  if (isInFace && (hairLength < 0 || y > 0.3)) return skin;
  if (isHairy && y < hairLength) return hair;
  if (Math.abs(x - 0.5) < 0.07 && y > 0.6 && y < 0.74) return skin;
  return isInside(x, y, { x: 0.5, y: 1.02, width: 0.36, height: 0.32 }) ? shirt : background;
}

interface Ellipse {
  readonly x: number;
  readonly y: number;
  /** Half of the whole, as the height. */
  readonly width: number;
  readonly height: number;
}

function isInside(x: number, y: number, ellipse: Ellipse): boolean {
  return ((x - ellipse.x) / ellipse.width) ** 2 + ((y - ellipse.y) / ellipse.height) ** 2 <= 1;
}

function meanAt(portrait: Portrait, x: number, y: number): number[] {
  const sum = [0, 0, 0];
  for (let point = 0; point < POINTS ** 2; point++) {
    const [dx, dy] = [(point % POINTS) + 0.5, Math.floor(point / POINTS) + 0.5];
    const colour = colourAt(portrait, (x + dx / POINTS) / SIZE, (y + dy / POINTS) / SIZE);
    for (const [channel, value] of colour.entries()) sum[channel] = (sum[channel] ?? 0) + value;
  }
  return sum.map((value) => Math.round(value / POINTS ** 2));
}

/** FNV-1a. */
function toHash(id: string): number {
  let hash = 2_166_136_261;
  for (const sign of id) hash = Math.imul(hash ^ sign.charCodeAt(0), 16_777_619);
  return hash >>> 0;
}

/** https://www.w3.org/TR/png-3/: eight bits a channel, no alpha; each row begins with its filter, none. */
function toPng(rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    toChunk('IHDR', header),
    toChunk('IDAT', deflateSync(rows)),
    toChunk('IEND', Buffer.alloc(0)),
  ]);
}

function toChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
