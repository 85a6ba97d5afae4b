import type { Environment } from '../src/environment/environment.ts'

type Listener = () => void

/** What dispatches events, and knows who listens. */
class FakeEvents {
  readonly listeners = new Set<{ type: string; listener: Listener }>()

  addEventListener(type: string, listener: Listener): void {
    this.listeners.add({ type, listener })
  }

  removeEventListener(type: string, listener: Listener): void {
    for (const entry of this.listeners) {
      if (entry.type === type && entry.listener === listener) this.listeners.delete(entry)
    }
  }

  dispatch(type: string): void {
    for (const entry of [...this.listeners]) if (entry.type === type) entry.listener()
  }
}

class FakeDocument extends FakeEvents {
  visibilityState = 'visible'
}

/** A browser whose tab and network are the test's. */
export class FakeEnvironment extends FakeEvents implements Environment {
  readonly document = new FakeDocument()

  /** How many listeners are left on it. */
  get listenerCount(): number {
    return this.listeners.size + this.document.listeners.size
  }

  /** Shows or hides the tab. */
  show(visibilityState: 'visible' | 'hidden'): void {
    this.document.visibilityState = visibilityState
    this.document.dispatch('visibilitychange')
  }
}
