/*
 * Numbers and dates in the spellings Go's standard library reads, because Nakama leaves reading them to it.
 */

/** A number as Go's `ParseFloat` reads it, or undefined for what it refuses and for what is not finite. */
export function parseNumber(text: string): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** Nanoseconds since the Unix epoch: what Nakama compares dates by. */
export type Instant = bigint

const rfc3339 =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)T(?<hour>\d{1,2}):(?<minute>\d\d):(?<second>\d\d)(?:[.,](?<fraction>\d+))?(?<zone>Z|[+-]\d\d:\d\d)$/
const withoutZone =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ](?<hour>\d{1,2}):(?<minute>\d\d):(?<second>\d\d)(?:[.,](?<fraction>\d+))?$/
const dayOnly = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/

/** A date as a query has to spell it: RFC 3339 with time and zone, fractions of a second allowed. */
export function parseRfc3339(text: string): Instant | undefined {
  return instant(rfc3339.exec(text))
}

/**
 * A date in any of the spellings that make Nakama index a string property as a date: RFC 3339, the same without
 * its zone, with a space for the `T`, or the day alone. What lacks a zone is UTC.
 */
export function parseDateTime(text: string): Instant | undefined {
  return instant(rfc3339.exec(text) ?? withoutZone.exec(text) ?? dayOnly.exec(text))
}

function instant(match: RegExpExecArray | null): Instant | undefined {
  const groups = match?.groups
  if (groups === undefined) return undefined
  const part = (name: string) => Number(groups[name] ?? 0)
  const hour = part('hour')
  const minute = part('minute')
  const second = part('second')
  const midnight = startOfDay(part('year'), part('month'), part('day'))
  const offset = offsetMinutes(groups['zone'] ?? 'Z')
  if (midnight === undefined || offset === undefined || hour > 23 || minute > 59 || second > 59)
    return undefined
  const seconds = midnight / 1_000 + ((hour * 60 + minute - offset) * 60 + second)
  const nanoseconds = (groups['fraction'] ?? '').slice(0, 9).padEnd(9, '0')
  return BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds)
}

/** Midnight in UTC in ms, or undefined for a day that is in no calendar. */
function startOfDay(year: number, month: number, day: number): number | undefined {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(4, 6))
  if (hours > 24 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
