import { fromBase64, toBase64 } from '@party/protocol'

/** What is listed. A cursor belongs to one listing and is of no use to another. */
export interface Listing {
  readonly query: string
  readonly open: boolean | undefined
  readonly limit: number
}

/** Where the next page of a listing begins, in a form that means nothing to clients: URL-safe base64 without padding. */
export function encodeCursor({ query, open, limit }: Listing, offset: number): string {
  const bytes = new TextEncoder().encode(JSON.stringify([offset, limit, open ?? null, query]))
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The offset in a cursor of this very listing; undefined for any other text. */
export function decodeCursor(listing: Listing, cursor: string): number | undefined {
  const offset = readOffset(cursor)
  return offset !== undefined && encodeCursor(listing, offset) === cursor ? offset : undefined
}

function readOffset(cursor: string): number | undefined {
  const digits = /^\[(\d{1,15}),/.exec(new TextDecoder().decode(fromBase64(cursor)))?.[1]
  return digits === undefined ? undefined : Number(digits)
}
