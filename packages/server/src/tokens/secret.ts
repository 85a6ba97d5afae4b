/** A signing secret, imported into the platform's crypto once, when it is first needed. */
export class Secret {
  readonly #text: string
  #key: Promise<CryptoKey> | undefined

  constructor(text: string) {
    this.#text = text
  }

  key(): Promise<CryptoKey> {
    this.#key ??= crypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(this.#text),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign', 'verify'],
    )
    return this.#key
  }
}
