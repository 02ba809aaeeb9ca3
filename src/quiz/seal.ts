import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY = 32;
/** As NIST SP 800-38D recommends for GCM. */
const NONCE = 12;
const TAG = 16;

/** Seals what a message carries, so that nobody but the bot reads or changes it, and opens what it has sealed itself. */
export class Seal {
  readonly #key: Buffer;

  /** The key is derived from a secret, such as the bot's token: with another one nothing sealed before opens. */
  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'kitabkhana quiz', KEY));
  }

  /** The bytes as text for an address: another one each time. `beside` is not in it, but has to be there to open it. */
  close(plain: Uint8Array, beside = ''): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.#key, nonce, { authTagLength: TAG }).setAAD(
      Buffer.from(beside),
    );
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
      'base64url',
    );
  }

  /** What was sealed; undefined if it was not sealed by this, was changed, or stood beside something else. */
  open(sealed: string, beside = ''): Buffer | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    // Another spelling of the same bytes was not made here.
    if (bytes.length < NONCE + TAG || bytes.toString('base64url') !== sealed) return undefined;
    const opening = createDecipheriv(CIPHER, this.#key, bytes.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(beside))
      .setAuthTag(bytes.subarray(-TAG));
    try {
      return Buffer.concat([opening.update(bytes.subarray(NONCE, -TAG)), opening.final()]);
    } catch {
      return undefined;
    }
  }
}
