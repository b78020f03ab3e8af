import { inflateSync } from 'node:zlib';

/** What a PDF file of Chromium shows: how many pages it has, and the text that is drawn. */
export interface ReadPdf {
  readonly pages: number;
  /** That of the first page, in points. */
  readonly height: number;
  readonly text: string;
}

/** Reads a PDF file whose objects are plain and whose streams are deflated, as Skia writes them. */
export function readPdf(file: Buffer): ReadPdf {
  const source = file.toString('latin1');
  const objects = new Map([...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(toEntry));
  const maps = new Map<string, CharacterMap>();
  for (const [, body] of objects) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id ?? '') ?? '')?.[1];
      if (name && map) maps.set(name, toCharacterMap(inflate(objects.get(map))));
    }
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  const contents = pages.flatMap((body) => /\/Contents (\d+) 0 R/.exec(body)?.[1] ?? []);
  return {
    pages: pages.length,
    height: Number(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(pages[0] ?? '')?.[1]),
    text: contents.map((id) => toText(inflate(objects.get(id)), maps)).join('\n'),
  };
}

type CharacterMap = ReadonlyMap<number, string>;

const toEntry = ([, id = '', body = '']: readonly string[]) => [id, body] as const;

function inflate(object = ''): string {
  const begin = object.indexOf('stream\n') + 'stream\n'.length;
  return inflateSync(Buffer.from(object.slice(begin), 'latin1'), { finishFlush: 2 }).toString('latin1');
}

const fromHex = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What each glyph of a font stands for: PDF 1.7, 9.10.3. */
function toCharacterMap(source: string): CharacterMap {
  const map = new Map<number, string>();
  for (const [, block = ''] of source.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      map.set(Number.parseInt(glyph, 16), fromHex(text));
  for (const [, block = ''] of source.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let glyph = Number.parseInt(first, 16); glyph <= Number.parseInt(last, 16); glyph += 1)
        map.set(glyph, String.fromCodePoint(Number.parseInt(text, 16) + glyph - Number.parseInt(first, 16)));
  return map;
}

const token =
  /(?<run>BT)|(?<end>EMC)|\/(?<font>F\d+) [\d.]+ Tf|<(?<glyphs>[\dA-F]+)> Tj|\/ActualText (?:<FEFF(?<hex>\w+)>|\(\\?(?<literal>.)\))/g;

/** The text of a page, a line for each run of glyphs. Glyphs that stand for no character alone have their text before them: PDF 1.7, 14.9.4. */
function toText(source: string, maps: ReadonlyMap<string, CharacterMap>): string {
  let font: CharacterMap = new Map();
  let text = '';
  let isReplaced = false;
  for (const { groups = {} } of source.matchAll(token)) {
    const { run, end, font: name, glyphs, hex, literal } = groups;
    if (run) text += '\n';
    if (name) font = maps.get(name) ?? new Map();
    if (hex ?? literal ?? end) isReplaced = !end;
    if (glyphs && !isReplaced)
      text += glyphs.replace(/../g, (code) => font.get(Number.parseInt(code, 16)) ?? '');
    text += literal ?? (hex ? fromHex(hex) : '');
  }
  return text;
}
