import { type Envelope, type Frame as FrameData, jsonClientCodec, jsonServerCodec } from '@party/protocol'
import { protobufClientCodec, protobufServerCodec } from '@party/protocol/protobuf'

/** Which way a message went, as its player sees it. */
export type Direction = 'sent' | 'received'

/** A message that a player has sent or received. */
export class Frame {
  readonly kind = 'frame'
  /** When, in ms since the Unix epoch. */
  readonly atMs: number
  /** The player's name; that of a second socket of the same player is `ada (2)`. */
  readonly player: string
  readonly direction: Direction
  /** As it went over the wire. */
  readonly data: FrameData
  #envelope: Envelope | undefined
  #isRead = false

  constructor(atMs: number, player: string, direction: Direction, data: FrameData) {
    this.atMs = atMs
    this.player = player
    this.direction = direction
    this.data = data
  }

  /** What it says; undefined for what is no envelope. */
  get envelope(): Envelope | undefined {
    if (!this.#isRead) this.#envelope = this.#read()
    this.#isRead = true
    return this.#envelope
  }

  #read(): Envelope | undefined {
    const isText = typeof this.data === 'string'
    const [server, client] = isText
      ? [jsonServerCodec, jsonClientCodec]
      : [protobufServerCodec, protobufClientCodec]
    try {
      return (this.direction === 'sent' ? server : client).decode(this.data)
    } catch {
      return undefined
    }
  }
}

/** What happened to a player beside messages: `connects`, `is connected`, `closed 1006`, HTTP calls. */
export interface Happening {
  readonly kind: 'happening'
  readonly atMs: number
  /** The player's name; empty for what concerns nobody alone, such as a fault. */
  readonly player: string
  readonly text: string
}

export type Entry = Frame | Happening

/** Everything that has happened, in order. */
export class Journal {
  readonly #now: () => number
  readonly #entries: Entry[] = []
  readonly #onEntry = new Set<() => void>()

  constructor(now: () => number) {
    this.#now = now
  }

  get entries(): readonly Entry[] {
    return this.#entries
  }

  frame(player: string, direction: Direction, data: FrameData): void {
    this.#add(new Frame(this.#now(), player, direction, data))
  }

  note(player: string, text: string): void {
    this.#add({ kind: 'happening', atMs: this.#now(), player, text })
  }

  clear(): void {
    this.#entries.length = 0
  }

  /** Calls back whenever something happens. Returns its own undo. */
  onEntry(handler: () => void): () => void {
    this.#onEntry.add(handler)
    return () => this.#onEntry.delete(handler)
  }

  #add(entry: Entry): void {
    this.#entries.push(entry)
    for (const handler of this.#onEntry) handler()
  }
}
