import { PatternError } from './error.ts'
import type { CharacterSet, Expression } from './expression.ts'

/** How many states an automaton may have. Bounds both its memory and its time per character. */
const maxStates = 2_000
/** How many parts may be visited in building one: repeating something empty adds no states, only work. */
const maxBuildSteps = 20_000

/** A state that takes a character of its set and moves on, or, without a set, moves on at once. */
interface State {
  readonly set: CharacterSet | undefined
  readonly next: number[]
}

/**
 * Runs an expression over a text with all possible states at once. So its time grows with the length of the text
 * times the size of the expression and no faster, whatever the two are: there is no way back to try again, as
 * JavaScript's own regular expressions have, and clients write these expressions.
 */
export class Automaton {
  readonly #states: State[] = []
  readonly #accept: number
  readonly #start: number
  #buildSteps = 0

  /** @throws {PatternError} when the expression is too large. */
  constructor(expression: Expression) {
    this.#accept = this.#add(undefined, [])
    this.#start = this.#build(expression, this.#accept)
  }

  /** Whether the expression matches the text as a whole. */
  matches(text: string): boolean {
    const visitedAt = new Int32Array(this.#states.length).fill(-1)
    let step = 0
    let current = this.#reachable([this.#start], visitedAt, step)
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0
      const moved: number[] = []
      for (const id of current) {
        const state = this.#states[id]
        if (state?.set !== undefined && contains(state.set, codePoint)) moved.push(...state.next)
      }
      current = this.#reachable(moved, visitedAt, ++step)
      if (current.length === 0) return false
    }
    return current.includes(this.#accept)
  }

  /** Those states and all they lead to without a character, of which only the ones that wait for one matter. */
  #reachable(from: readonly number[], visitedAt: Int32Array, step: number): number[] {
    const waiting: number[] = []
    const open = [...from]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (visitedAt[id] === step) continue
      visitedAt[id] = step
      const state = this.#states[id]
      if (state === undefined) continue
      if (state.set !== undefined || id === this.#accept) waiting.push(id)
      else open.push(...state.next)
    }
    return waiting
  }

  /** Adds states that match the expression and then go on to `next`; returns where they begin. */
  #build(expression: Expression, next: number): number {
    if (++this.#buildSteps > maxBuildSteps) throw new PatternError('the expression is too large')
    switch (expression.kind) {
      case 'set':
        return this.#add(expression.set, [next])
      case 'sequence':
        return expression.parts.reduceRight((after, part) => this.#build(part, after), next)
      case 'alternatives':
        return this.#add(
          undefined,
          expression.parts.map((part) => this.#build(part, next)),
        )
      case 'repeat':
        return this.#repeat(expression.part, expression.min, expression.max, next)
    }
  }

  #repeat(part: Expression, min: number, max: number | undefined, next: number): number {
    let entry: number
    if (max === undefined) {
      const choices = [next]
      entry = this.#add(undefined, choices)
      choices.push(this.#build(part, entry))
    } else {
      entry = next
      for (let count = min; count < max; count++)
        entry = this.#add(undefined, [this.#build(part, entry), next])
    }
    for (let count = 0; count < min; count++) entry = this.#build(part, entry)
    return entry
  }

  #add(set: CharacterSet | undefined, next: number[]): number {
    if (this.#states.length === maxStates) throw new PatternError('the expression is too large')
    return this.#states.push({ set, next }) - 1
  }
}

function contains(set: CharacterSet, codePoint: number): boolean {
  return set.some(([first, last]) => first <= codePoint && codePoint <= last)
}
