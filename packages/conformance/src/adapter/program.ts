import { isObject } from '../files/json.ts'
import type { Link, OpenLink } from './link.ts'
import {
  type Command,
  ContractError,
  type EventMessage,
  type Hello,
  type Reply,
  readProgramMessage,
} from './messages.ts'

/** A command without what the program's side of the line adds to it. */
export type Request = Command extends infer Each ? (Each extends Command ? Omit<Each, 'id'> : never) : never

/** What one actor hears of its program. */
export interface ActorListener {
  /** Something the SDK has told the game. */
  onEvent(event: EventMessage): void
  /** The program has broken the contract, or is gone. */
  onFault(message: string): void
}

/** How long a program may take to say hello, in ms. */
const helloTimeoutMs = 20_000

/** A program that could not be started, or said no hello. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError'
}

/** A client under test: commands go in, each gets one reply, and events come out by actor. */
export class Program {
  readonly hello: Hello
  readonly #link: Link
  readonly #waiting = new Map<number, (reply: Reply) => void>()
  readonly #actors = new Map<string, { readonly listener: ActorListener; seq: number }>()
  #lastId = 0
  #end: string | undefined

  private constructor(hello: Hello, link: Link) {
    this.hello = hello
    this.#link = link
  }

  /**
   * Starts a program and waits for its hello.
   *
   * @throws {ProgramError} when it cannot be started, ends at once, or says something else first.
   */
  static async start(open: OpenLink): Promise<Program> {
    let program: Program | undefined
    let greet: (message: unknown) => void = () => {}
    let fail: (reason: string) => void = () => {}
    const greeting = new Promise<Hello>((resolve, reject) => {
      fail = (reason) => reject(new ProgramError(reason))
      greet = (message) => {
        try {
          const hello = readProgramMessage(message)
          if (hello.type === 'hello') resolve(hello)
          else fail(`the first message of a program must be its hello, not ${hello.type}`)
        } catch (error) {
          fail(`the program's hello cannot be taken: ${reasonOf(error)}`)
        }
      }
    })
    // A program may end before anyone waits for its greeting.
    greeting.catch(() => {})
    const link = await open({
      onMessage: (message) => (program === undefined ? greet(message) : program.#receive(message)),
      onEnd: (reason) => (program === undefined ? fail(reason) : program.#ended(reason)),
    }).catch((error) => {
      throw new ProgramError(reasonOf(error))
    })
    const deadline = setTimeout(
      () => fail(`the program has not said hello within ${helloTimeoutMs / 1_000} s`),
      helloTimeoutMs,
    )
    try {
      program = new Program(await greeting, link)
      return program
    } catch (error) {
      await link.close()
      throw error
    } finally {
      clearTimeout(deadline)
    }
  }

  /** Announces an actor. Its name must be new. */
  addActor(name: string, listener: ActorListener): void {
    this.#actors.set(name, { listener, seq: 0 })
  }

  /** Forgets an actor; what the program still says of it is dropped. */
  removeActor(name: string): void {
    this.#actors.delete(name)
  }

  /**
   * Sends a command, and returns its id. The reply is told the moment it comes, so that its place among the events is
   * known; whatever happens to the program is a fault.
   */
  request(request: Request, onReply: (reply: Reply) => void): number {
    const id = ++this.#lastId
    const end = this.#end
    if (end === undefined) {
      this.#waiting.set(id, onReply)
      this.#link.send({ ...request, id })
    } else queueMicrotask(() => onReply({ type: 'fault', id, message: end }))
    return id
  }

  /** Ends the program's input and waits until it has ended. */
  close(): Promise<void> {
    return this.#link.close()
  }

  #receive(value: unknown): void {
    try {
      const message = readProgramMessage(value)
      if (message.type === 'hello') throw new ContractError('a program says hello once')
      if (message.type === 'event') this.#event(message)
      else this.#reply(message)
    } catch (error) {
      this.#complain(value, reasonOf(error))
    }
  }

  #reply(reply: Reply): void {
    const resolve = this.#waiting.get(reply.id)
    if (resolve === undefined) throw new ContractError(`there is no command ${reply.id} to reply to`)
    this.#waiting.delete(reply.id)
    resolve(reply)
  }

  #event(event: EventMessage): void {
    const actor = this.#actors.get(event.actor)
    // What is on its way when an actor is closed may still arrive.
    if (actor === undefined) return
    actor.seq += 1
    if (event.seq !== actor.seq) {
      throw new ContractError(`event ${actor.seq} of ${event.actor} was due, not event ${event.seq}`)
    }
    actor.listener.onEvent(event)
  }

  /** Blames whomever a message is about, or everyone. */
  #complain(value: unknown, problem: string): void {
    const id = isObject(value) ? value['id'] : undefined
    const name = isObject(value) ? value['actor'] : undefined
    const message = `${problem}: ${String(JSON.stringify(value)).slice(0, 500)}`
    if (typeof id === 'number' && this.#waiting.has(id)) this.#reply({ type: 'fault', id, message })
    else if (typeof name === 'string') this.#actors.get(name)?.listener.onFault(message)
    else for (const { listener } of this.#actors.values()) listener.onFault(message)
  }

  #ended(reason: string): void {
    this.#end = reason
    for (const [id, resolve] of this.#waiting) resolve({ type: 'fault', id, message: reason })
    this.#waiting.clear()
    for (const { listener } of this.#actors.values()) listener.onFault(reason)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
