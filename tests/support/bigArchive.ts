import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

/*
 * An archive of X as X's servers stream it: the sizes of a file follow it, the lists are in several parts, the newest comes first. It shares
 * nothing with the archives of the other tests, so that one mistake cannot be in both.
 */

const X_EPOCH = 1_288_834_974_657n;
const FIRST = Date.UTC(2019, 0, 7, 8);
const STEP = 17 * 60_000;
const PART = 5_000;

export interface BigArchive {
  readonly posts: number;
  readonly dms: number;
  /** When the message in the middle was written. */
  readonly middle: number;
}

const idOf = (at: number, n: number): string => String(((BigInt(at) - X_EPOCH) << 22n) | BigInt(n % 4_096));
const timeOf = (n: number): number => FIRST + n * STEP + (n % 50) * 1_000;
const numberWord = (n: number): string => `n${n}q`;
const customerOf = (n: number): string => String(70_000 + (n % 900));

interface ArchiveOptions {
  /** What the text of a message ends with, as it stands in an archive: with `&amp;`, `&lt;` and `&gt;`. */
  readonly more?: (n: number) => string;
  /** Who has the private message `n`. Without, 900 people have one each in turn, ten days apart. */
  readonly dmCustomerOf?: (n: number) => string;
}

function toPost(n: number, more: string): unknown {
  const at = timeOf(n);
  const isReply = n % 4 !== 3;
  const customer = customerOf(n);
  return {
    tweet: {
      edit_info: { initial: { editTweetIds: [idOf(at, n)], editsRemaining: '5' } },
      retweeted: false,
      source: '<a href="https://mobile.example" rel="nofollow">Web</a>',
      entities: {
        hashtags: [],
        user_mentions: isReply
          ? [
              {
                name: `Customer ${customer}`,
                screen_name: `cust${customer}`,
                indices: ['0', '9'],
                id_str: customer,
                id: customer,
              },
            ]
          : [],
        urls:
          n % 10 === 6
            ? [
                {
                  url: 'https://t.co/abc',
                  expanded_url: 'https://harbour.example/track',
                  display_url: 'harbour.example/track',
                  indices: ['0', '16'],
                },
              ]
            : [],
      },
      favorite_count: '0',
      id_str: idOf(at, n),
      id: idOf(at, n),
      ...(isReply
        ? {
            in_reply_to_status_id_str: idOf(at - 60_000, n),
            in_reply_to_user_id_str: customer,
            in_reply_to_screen_name: `cust${customer}`,
          }
        : {}),
      created_at: toXDate(at),
      full_text: `${n % 10 === 6 ? 'https://t.co/abc ' : ''}${isReply ? `@cust${customer} ` : ''}the parcel ${numberWord(n)} is &lt;late&gt;${more}`,
      lang: n % 7 === 0 ? 'nl' : 'en',
    },
  };
}

/** `Mon Jan 07 08:00:00 +0000 2019`. */
function toXDate(at: number): string {
  const [day, date, month, year, time] = new Date(at).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} +0000 ${year}`;
}

interface DmOptions {
  readonly owner: string;
  readonly customer: string;
  readonly more: string;
}

function toDm(n: number, { owner, customer, more }: DmOptions): unknown {
  const at = timeOf(n);
  const isOwn = n % 3 === 0;
  return {
    messageCreate: {
      recipientId: isOwn ? customer : owner,
      reactions: [],
      urls: [],
      text: `${isOwn ? 'we answer' : 'my order'} ${numberWord(n)} in private${more}`,
      mediaUrls: [],
      senderId: isOwn ? owner : customer,
      id: idOf(at, n),
      createdAt: new Date(at).toISOString(),
    },
  };
}

/** Writes an archive with so many messages, every second one a post. */
export function writeBigArchive(
  path: string,
  messages: number,
  owner: { id: string; handle: string },
  { more = () => '', dmCustomerOf = customerOf }: ArchiveOptions = {},
): BigArchive {
  const numbers = Array.from({ length: messages }, (_, n) => n);
  const posts = numbers.filter((n) => n % 2 === 0).toReversed();
  const byCustomer = new Map<string, number[]>();
  for (const n of numbers.filter((one) => one % 2 === 1).toReversed()) {
    const customer = dmCustomerOf(n);
    const of = byCustomer.get(customer);
    if (of) of.push(n);
    else byCustomer.set(customer, [n]);
  }
  const dms = [...byCustomer]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([customer, of]) => ({
      dmConversation: {
        conversationId: `${customer}-${owner.id}`,
        messages: of.map((n) => toDm(n, { owner: owner.id, customer, more: more(n) })),
      },
    }));
  const manifest = {
    userInfo: { accountId: owner.id, userName: owner.handle, displayName: owner.handle },
    archiveInfo: {
      sizeBytes: '1',
      generationDate: new Date(timeOf(messages)).toISOString(),
      isPartialArchive: false,
      maxPartSizeBytes: '53687091200',
    },
    dataTypes: {},
  };
  const files = new Map([['data/manifest.js', `window.__THAR_CONFIG = ${JSON.stringify(manifest)}`]]);
  for (let part = 0; part * PART < posts.length; part += 1) {
    const some = posts.slice(part * PART, (part + 1) * PART).map((n) => toPost(n, more(n)));
    files.set(
      `data/tweets${part === 0 ? '' : `-part${part}`}.js`,
      `window.YTD.tweets.part${part} = ${JSON.stringify(some)}`,
    );
  }
  files.set('data/direct-messages.js', `window.YTD.direct_messages.part0 = ${JSON.stringify(dms, null, 2)}`);
  writeStreamed(path, files);
  return { posts: posts.length, dms: messages - posts.length, middle: timeOf(Math.floor(messages / 2)) };
}

function writeStreamed(path: string, files: ReadonlyMap<string, string>): void {
  const file = openSync(path, 'w');
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const sizes = toNumbers([crc32(content), packed.length, content.length]);
    const name8 = Buffer.from(name);
    const local = Buffer.concat([
      Buffer.from('504b0304140008000800000000000000000000000000000000000000', 'hex').subarray(0, 26),
      toShorts([name8.length, 0]),
      name8,
    ]);
    const all = Buffer.concat([local, packed, Buffer.from('504b0708', 'hex'), sizes]);
    const head = Buffer.from('504b01021400140008000800000000', 'hex');
    directory.push(
      Buffer.concat([
        Buffer.concat([head, Buffer.alloc(1)]),
        sizes,
        toShorts([name8.length, 0, 0, 0, 0]),
        Buffer.alloc(4),
        toNumbers([offset]),
        name8,
      ]),
    );
    writeSync(file, all);
    offset += all.length;
  }
  const listed = Buffer.concat(directory);
  writeSync(file, listed);
  const end = [toShorts([0, 0, files.size, files.size]), toNumbers([listed.length, offset]), toShorts([0])];
  writeSync(file, Buffer.concat([Buffer.from('504b0506', 'hex'), ...end]));
  closeSync(file);
}

const toNumbers = (numbers: readonly number[]): Buffer => Buffer.from(new Uint32Array(numbers).buffer);
const toShorts = (numbers: readonly number[]): Buffer => Buffer.from(new Uint16Array(numbers).buffer);
