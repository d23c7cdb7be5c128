import { createHmac, timingSafeEqual } from "node:crypto";

/** Signatures that are remembered; a message whose signature is among them is a repetition. */
const most = 65_536;

/** Signs messages and tells genuine ones from others. Without a key nothing is signed and everything is taken. */
export class Signer {
  readonly #hash: string;
  readonly #key: string;
  readonly #seen = new Set<string>();

  constructor({ hash, key }: { readonly hash: string; readonly key: string }) {
    this.#hash = hash;
    this.#key = key;
  }

  /** The signature of some frames, in hexadecimal digits. */
  sign(frames: readonly Uint8Array[]): string {
    return this.#key === "" ? "" : this.#digest(frames).toString("hex");
  }

  /** Whether a signature is that of the frames; compared in a time that tells nothing of where it differs. */
  isGenuine(signature: Uint8Array, frames: readonly Uint8Array[]): boolean {
    if (this.#key === "") return true;
    const expected = Buffer.from(this.#digest(frames).toString("hex"));
    return signature.length === expected.length && timingSafeEqual(signature, expected);
  }

  /** Whether a genuine message came before. What somebody recorded and sends once more is not done twice. */
  isRepeated(signature: Uint8Array): boolean {
    if (this.#key === "") return false;
    const text = Buffer.from(signature).toString("latin1");
    if (this.#seen.has(text)) return true;
    if (this.#seen.size >= most) this.#seen.delete(this.#seen.values().next().value as string);
    this.#seen.add(text);
    return false;
  }

  #digest(frames: readonly Uint8Array[]): Buffer {
    const hmac = createHmac(this.#hash, this.#key);
    for (const frame of frames) hmac.update(frame);
    return hmac.digest();
  }
}
