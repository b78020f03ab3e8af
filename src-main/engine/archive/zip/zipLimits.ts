/** What is refused as too large, so that a small file cannot fill memory or keep Perch busy for hours. */
export interface ZipLimits {
  /** Files in the zip. */
  readonly entries: number;
  /** Files in the zip that are to be read. */
  readonly wanted: number;
  /** Unpacked bytes of one file. */
  readonly entryBytes: number;
  /** How many times larger than packed a file may be, once it has more than `freeBytes` unpacked. Archives of X have up to 30. */
  readonly ratio: number;
  readonly freeBytes: number;
  /** The same for all files that are read, of which several may stand for the same packed bytes. */
  readonly freeTotal: number;
}

const MB = 1024 * 1024;

export const zipLimits: ZipLimits = {
  entries: 4_000_000,
  wanted: 10_000,
  entryBytes: 16_384 * MB,
  ratio: 200,
  freeBytes: MB,
  freeTotal: 64 * MB,
};
