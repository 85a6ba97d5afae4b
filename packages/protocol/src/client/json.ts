import { type Codec, DecodeError } from '../codec.ts'
import { replyReaders } from '../gen/client-json.ts'
import type { EnvelopeMessage } from '../gen/messages.ts'
import { snakeCase } from '../json/names.ts'
import { object, text } from './kinds.ts'
import { toJsonText } from './write.ts'

/** Kind and reader of each message, by the name it has in JSON. */
const replies = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries(replyReaders).map(([kind, read]) => [
    snakeCase(kind),
    [kind, read] as const,
  ]),
)

/**
 * JSON as a client speaks it: writes requests, reads replies and events. A message inside of another is always
 * there after reading, with the default of each field where the server has left it out.
 *
 * Tolerant, so that a newer server can say more than this client knows: an unknown field is passed over, and an
 * envelope whose message is of an unknown kind keeps its `cid` and has no message. A value of the wrong type is
 * refused all the same.
 */
export const jsonClientCodec: Codec = {
  format: 'json',

  encode: ({ cid, message }) => toJsonText({ cid, ...(message && { [message.case]: message.value }) }),

  decode(frame) {
    let cid = ''
    let path = ''
    try {
      // Bytes are refused as well: the text they turn into is no object.
      const json = object(JSON.parse(frame as string))
      cid = text(json['cid'])
      for (path in json) {
        const [kind, read] = replies.get(path) ?? []
        // The table pairs each kind with the reader of its own message.
        if (read) return { cid, message: { case: kind, value: read(json[path]) } as EnvelopeMessage }
      }
      return { cid, message: undefined }
    } catch (cause) {
      throw new DecodeError((cause as Error).message, path, {
        cid,
        cause,
      })
    }
  },
}
