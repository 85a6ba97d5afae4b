/**
 * Cursors are opaque to clients: URL-safe base64 of a prefix, so that no other kind of cursor passes for one, and the
 * position of the last notification that was listed.
 */
const prefix = 'notification:'

export function encodeCursor(position: number): string {
  return btoa(`${prefix}${position}`).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Undefined for what `encodeCursor` has not made. */
export function decodeCursor(cursor: string): number | undefined {
  const text = decode(cursor)
  const position = text.startsWith(prefix) ? Number(text.slice(prefix.length)) : Number.NaN
  return Number.isSafeInteger(position) && encodeCursor(position) === cursor ? position : undefined
}

function decode(cursor: string): string {
  try {
    return atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}
