import type { Envelope } from '../gen/messages.ts'
import { fromStandardBase64 } from './base64.ts'

/** A text in JSON in which nothing is escaped. */
const plain = '"([^"\\\\\\p{Cc}\\p{Surrogate}]*)"'

/** Party data as nakama-js and `@party/client` write it: no spaces, the contract's order, a `cid` before or behind it. */
const partyDataSend = new RegExp(
  `^\\{(?:"cid":${plain},)?` +
    `"party_data_send":\\{"party_id":${plain}(?:,"op_code":("?)(0|[1-9]\\d{0,14})\\3)?,"data":"([A-Za-z0-9+/]*={0,2})"\\}` +
    `(?:,"cid":${plain})?\\}$`,
  'u',
)

/**
 * Reads the one message that a server gets many times a second, in half the time of reading just any: it neither
 * parses the frame nor asks for each name whether it is known. Undefined for whatever is not exactly of this form,
 * good or bad.
 */
export function readPartyDataSend(frame: string): Envelope | undefined {
  const match = partyDataSend.exec(frame)
  if (match === null) return undefined
  const [, before = '', partyId = '', , opCode = '0', base64 = '', behind = before] = match
  const data = fromStandardBase64(base64)
  if (data === undefined) return undefined
  return { cid: behind, message: { case: 'partyDataSend', value: { partyId, opCode: Number(opCode), data } } }
}
