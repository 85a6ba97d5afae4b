import { type Action, type Argument, isVerb } from './actions.ts'
import { cast } from './cast.ts'

const mostActions = 500

/** A list of actions as the end of a link. */
export function toLink(actions: readonly Action[]): string {
  const bytes = new TextEncoder().encode(
    JSON.stringify(actions.map(({ verb, player, args }) => [verb, player, ...args])),
  )
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** What {@link toLink} was given; nothing of what it did not make. */
export function fromLink(link: string): Action[] {
  try {
    const binary = atob(link.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    const list: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!Array.isArray(list) || list.length > mostActions) return []
    return list.map(toAction)
  } catch {
    return []
  }
}

function toAction(item: unknown): Action {
  const [verb, player, ...args]: unknown[] = Array.isArray(item) ? item : []
  if (!isVerb(verb) || !isPlayer(player) || !args.every(isArgument)) throw new Error('no action')
  return { verb, player, args }
}

const isPlayer = (value: unknown): value is number => cast.some((_, index) => index === value)

const isArgument = (value: unknown): value is Argument =>
  (typeof value === 'string' && value.length <= 2048) || Number.isFinite(value) || typeof value === 'boolean'
