import { PartyError } from '@party/client'
import { useState } from 'react'

const texts: Partial<Record<string, string>> = {
  party_full: 'This party is full.',
  party_not_found: 'There is no such party.',
  invalid_argument: 'This is no id of a party.',
  disconnected: 'The connection was lost.',
}

/** Does something that may fail, one thing at a time, and tells what went wrong. */
export function useAction() {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const run = async (action: () => Promise<unknown>) => {
    setBusy(true)
    setProblem('')
    try {
      await action()
    } catch (error) {
      const { code, message } = PartyError.from(error)
      setProblem(texts[code] ?? message)
    } finally {
      setBusy(false)
    }
  }
  return { run, isBusy, problem }
}
