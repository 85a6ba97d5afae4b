import { parseJsonObject } from '../../json-syntax.ts'
import { type Document, documentOf } from '../query/index.ts'

/** A party as the listing knows it. */
export interface ListedParty {
  /** `<uuid>.<node name>`. */
  readonly partyId: string
  readonly open: boolean
  /** A hidden party is in no listing. */
  readonly hidden: boolean
  readonly maxSize: number
  /** Empty, or a JSON object. */
  readonly label: string
  /** When the party was created, in ms since the Unix epoch. */
  readonly createTime: number
}

/**
 * The fields Nakama indexes.
 *
 * @throws {JsonSyntaxError} for a label that is neither empty nor a JSON object.
 */
export function partyDocument({ partyId, open, hidden, maxSize, label, createTime }: ListedParty): Document {
  return documentOf({
    _id: partyId,
    node: partyId.slice(partyId.indexOf('.') + 1),
    open,
    hidden,
    max_size: maxSize,
    create_time: new Date(createTime).toISOString(),
    label: label === '' ? {} : parseJsonObject(label),
  })
}
