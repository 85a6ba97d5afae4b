/** What a page sends, or is sent, over a WebSocket. */
export type WebSocketData = string | Blob | ArrayBuffer | ArrayBufferView

/** Whole messages in the order in which they came. */
export class FrameOrder {
  readonly #deliver: (frame: string | Uint8Array) => void
  /** Settles when all that came so far is delivered; undefined when it is. A Blob takes a while to read. */
  #reading: Promise<void> | undefined

  constructor(deliver: (frame: string | Uint8Array) => void) {
    this.#deliver = deliver
  }

  /** Delivers at once, unless this is a Blob or comes behind one. */
  add(data: WebSocketData): void {
    if (this.#reading === undefined && !(data instanceof Blob)) return this.#deliver(frameOf(data))
    const content = data instanceof Blob ? data.arrayBuffer() : frameOf(data)
    const reading = Promise.all([content, this.#reading]).then(([read]) => {
      if (this.#reading === reading) this.#reading = undefined
      this.#deliver(frameOf(read))
    })
    this.#reading = reading
  }
}

/** A copy, since the page may go on to use what it has sent. */
function frameOf(data: string | ArrayBuffer | ArrayBufferView): string | Uint8Array {
  if (typeof data === 'string') return data
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
  return new Uint8Array(data).slice()
}
