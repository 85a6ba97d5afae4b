import type { Clock } from '@party/protocol'
import { Alarm } from '../alarm.ts'
import type { FeedEvents, InspectorState, WireEntry } from './messages.ts'
import type { WireLog } from './wire-log.ts'

/** How long news is gathered before it is told, in ms. */
const gatherMs = 50
/** How often the state is looked at when nothing goes over the wire, in ms. */
const lookMs = 1_000
/** Events that may wait for a page that does not read; one more ends its feed, and it begins anew. */
const longestQueue = 256

const utf8 = new TextEncoder()

/** The live feed: server-sent events, to any number of pages. */
export class Feed {
  readonly #log: WireLog
  readonly #look: () => InspectorState
  readonly #pages = new Set<ReadableStreamDefaultController<Uint8Array>>()
  readonly #gathering: Alarm
  readonly #looking: Alarm
  #news: WireEntry[] = []
  #lastState = ''
  readonly #stopListening: () => void

  constructor(clock: Clock, log: WireLog, look: () => InspectorState) {
    this.#log = log
    this.#look = look
    this.#gathering = new Alarm(clock, () => this.#tell())
    this.#looking = new Alarm(clock, () => this.#tell())
    this.#stopListening = log.onEntry((entry) => {
      if (this.#pages.size === 0) return
      this.#news.push(entry)
      this.#gathering.set(gatherMs)
    })
  }

  /** Begins a feed, with everything there is to see. */
  open(): Response {
    let page: ReadableStreamDefaultController<Uint8Array> | undefined
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          page = controller
          this.#tell()
          this.#pages.add(controller)
          this.#looking.set(lookMs)
          const state = this.#look()
          controller.enqueue(written('hello', { state, entries: this.#log.entries }))
        },
        cancel: () => {
          if (page !== undefined) this.#forget(page)
        },
      },
      { highWaterMark: longestQueue },
    )
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } })
  }

  /** Tells soon what an action has changed. */
  hurry(): void {
    this.#gathering.set(gatherMs)
  }

  /** Ends every feed. */
  close(): void {
    this.#stopListening()
    for (const page of [...this.#pages]) this.#end(page)
    this.#gathering.clear()
  }

  #tell(): void {
    if (this.#pages.size === 0) return
    const news = this.#news
    this.#news = []
    const state = this.#look()
    const stateText = JSON.stringify(state)
    if (news.length > 0) this.#send(written('entries', news))
    if (stateText !== this.#lastState) this.#send(written('state', state))
    this.#lastState = stateText
    this.#looking.clear()
    this.#looking.set(lookMs)
  }

  #send(event: Uint8Array): void {
    for (const page of [...this.#pages]) {
      if ((page.desiredSize ?? 0) > 0) page.enqueue(event)
      else this.#end(page)
    }
  }

  #end(page: ReadableStreamDefaultController<Uint8Array>): void {
    this.#forget(page)
    page.close()
  }

  #forget(page: ReadableStreamDefaultController<Uint8Array>): void {
    this.#pages.delete(page)
    if (this.#pages.size > 0) return
    this.#news = []
    this.#gathering.clear()
    this.#looking.clear()
  }
}

function written<Name extends keyof FeedEvents>(name: Name, data: FeedEvents[Name]): Uint8Array {
  return utf8.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
}
