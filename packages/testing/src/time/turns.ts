/**
 * Turns of the event loop, each of which begins when every promise that could settle by itself has done so. Made of a
 * message channel: fast, in browsers too, and left alone by every test runner's fake timers.
 */
export class Turns {
  readonly #channel = new MessageChannel()
  #waiting: (() => void)[] = []

  constructor() {
    this.#channel.port1.onmessage = () => {
      const waiting = this.#waiting
      this.#waiting = []
      this.#keepAlive(false)
      for (const resolve of waiting) resolve()
    }
    this.#keepAlive(false)
  }

  /** Resolves in the next turn. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      if (this.#waiting.length > 1) return
      this.#keepAlive(true)
      this.#channel.port2.postMessage(undefined)
    })
  }

  /** Lets go of the channel. */
  close(): void {
    this.#channel.port1.close()
  }

  /** In Node an open port keeps the process alive, which only somebody who waits should do. */
  #keepAlive(isWanted: boolean): void {
    const port: MessagePort & { ref?(): void; unref?(): void } = this.#channel.port1
    if (isWanted) port.ref?.()
    else port.unref?.()
  }
}
