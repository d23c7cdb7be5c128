/** What the bytes of a picture file claim. */
export interface Claim {
  readonly width: number;
  readonly height: number;
  /** Whether the mark of its end, or its whole length, is there. */
  readonly complete: boolean;
}

/** Reads the size of a PNG, JPEG or WebP file from its bytes, without unfolding it; nothing for other files. */
export const claimOf = (bytes: Buffer): Claim | undefined => png(bytes) ?? jpeg(bytes) ?? webp(bytes);

const ascii = (bytes: Buffer, at: number, text: string): boolean =>
  bytes.toString("latin1", at, at + text.length) === text;

function png(bytes: Buffer): Claim | undefined {
  if (bytes.length < 33 || !ascii(bytes, 0, "\x89PNG\r\n\x1a\n")) return undefined;
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    complete: bytes.includes("IEND", bytes.length - 64),
  };
}

/** Walks the segments of a JPEG file up to the frame's header, which has the size. */
function jpeg(bytes: Buffer): Claim | undefined {
  if (!ascii(bytes, 0, "\xff\xd8\xff")) return undefined;
  const broken = { width: 0, height: 0, complete: false };
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return broken;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return {
        width: bytes.readUInt16BE(at + 7),
        height: bytes.readUInt16BE(at + 5),
        complete: bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at,
      };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return broken;
}

function webp(bytes: Buffer): Claim | undefined {
  if (bytes.length < 30 || !ascii(bytes, 0, "RIFF") || !ascii(bytes, 8, "WEBP")) return undefined;
  const complete = bytes.length >= bytes.readUInt32LE(4) + 8;
  if (ascii(bytes, 12, "VP8X"))
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, complete };
  if (ascii(bytes, 12, "VP8L")) {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, complete };
  }
  if (ascii(bytes, 12, "VP8 "))
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, complete };
  return undefined;
}
