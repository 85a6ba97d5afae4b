import type { Entry, Frame } from '../wire/journal.ts'
import { isPresence, Names } from './names.ts'

/** Longer texts are cut, so that a line stays a line. */
const longestText = 200

/**
 * What has happened, one line each: the time in seconds since the beginning, the player, and what it was. Ids are told
 * by names (`ada`, `party-1`, `ticket-2`); what has its default value is left out, and so are pings with their answers.
 */
export function printTimeline(entries: readonly Entry[], beganAtMs: number): string {
  const names = new Names()
  for (const entry of entries) if (entry.kind === 'frame') names.learn(entry.envelope?.message?.value)
  const width = Math.max(0, ...entries.map(({ player }) => player.length))
  const lines = withoutHeartbeats(entries).map((entry) => {
    const time = ((entry.atMs - beganAtMs) / 1000).toFixed(3).padStart(9)
    const text = entry.kind === 'frame' ? printFrame(entry, names) : entry.text
    return `${time}  ${entry.player.padEnd(width)}  ${text}`
  })
  return lines.join('\n')
}

/** An unanswered ping stays: it is why a connection ends. */
function withoutHeartbeats(entries: readonly Entry[]): readonly Entry[] {
  const hidden = new Set<Entry>()
  const asked = new Map<string, Frame>()
  for (const entry of entries) {
    if (entry.kind !== 'frame') continue
    const { cid, message } = entry.envelope ?? {}
    const key = `${entry.player} ${cid}`
    const ping = asked.get(key)
    if (message?.case === 'ping' && entry.direction === 'sent') asked.set(key, entry)
    if (message?.case !== 'pong' || ping === undefined) continue
    hidden.add(ping).add(entry)
    asked.delete(key)
  }
  return entries.filter((entry) => !hidden.has(entry))
}

function printFrame({ direction, envelope, data }: Frame, names: Names): string {
  const arrow = direction === 'sent' ? '->' : '<-'
  if (envelope === undefined)
    return `${arrow} ${typeof data === 'string' ? quote(data) : `${data.length} bytes`}`
  const { cid, message } = envelope
  const kind = message === undefined ? 'ok' : message.case
  const value = message === undefined ? '' : (printValue(message.value, names) ?? '')
  return [arrow, cid === '' ? '' : `[${cid}]`, kind, value].filter((part) => part !== '').join(' ')
}

/** Undefined for a default value, which goes without saying. */
function printValue(value: unknown, names: Names): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : (names.of(value) ?? quote(value))
  if (typeof value === 'number' || typeof value === 'bigint') return value ? String(value) : undefined
  if (typeof value === 'boolean') return value ? 'true' : undefined
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array)
    return value.length === 0 ? undefined : quote(new TextDecoder().decode(value))
  if (Array.isArray(value)) return printList(value, names)
  if (isPresence(value)) {
    const status = value.status === undefined ? '' : ` ${quote(value.status)}`
    return `${names.ofPresence(value)}${status}`
  }
  return typeof value === 'object' && value !== null ? printFields(value, names) : undefined
}

function printList(values: readonly unknown[], names: Names): string | undefined {
  if (values.length === 0) return undefined
  return `[${values.map((value) => printValue(value, names) ?? '""').join(', ')}]`
}

function printFields(fields: object, names: Names): string | undefined {
  const printed = Object.entries(fields).flatMap(([name, value]) => {
    const text = printValue(value, names)
    return text === undefined ? [] : [`${name}: ${text}`]
  })
  return printed.length === 0 ? undefined : `{ ${printed.join(', ')} }`
}

function quote(text: string): string {
  return JSON.stringify(text.length > longestText ? `${text.slice(0, longestText)}…` : text)
}
