import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DecodeError } from '../codec.ts'
import { readPartyDataSend } from './party-data.ts'
import { jsonServerCodec } from './server.ts'

const fields = '"party_id":"a.b","op_code":"7","data":"AQI="'

/** What the frame is when it is read like any other: a space behind it is all it takes. */
function readLikeAny(frame: string): unknown {
  try {
    return jsonServerCodec.decode(`${frame} `)
  } catch (error) {
    expect(error).toBeInstanceOf(DecodeError)
    return undefined
  }
}

describe('party data read in one go', () => {
  it.each([
    ['of a string', `{"party_data_send":{${fields}}}`, { cid: '', opCode: 7 }],
    [
      'of a number',
      '{"party_data_send":{"party_id":"a.b","op_code":7,"data":"AQI="}}',
      { cid: '', opCode: 7 },
    ],
    ['without one', '{"party_data_send":{"party_id":"a.b","data":"AQI="}}', { cid: '', opCode: 0 }],
    ['with a cid before it', `{"cid":"1","party_data_send":{${fields}}}`, { cid: '1', opCode: 7 }],
    ['with a cid behind it', `{"party_data_send":{${fields}},"cid":"2"}`, { cid: '2', opCode: 7 }],
    [
      'with two, of which the last counts',
      `{"cid":"1","party_data_send":{${fields}},"cid":"2"}`,
      { cid: '2', opCode: 7 },
    ],
  ])('has an op code %s', (_, frame, { cid, opCode }) => {
    const value = { partyId: 'a.b', opCode, data: Uint8Array.of(1, 2) }
    expect(readPartyDataSend(frame)).toStrictEqual({ cid, message: { case: 'partyDataSend', value } })
    expect(readLikeAny(frame)).toStrictEqual(readPartyDataSend(frame))
  })

  it.each([
    ['another message', '{"party_join":{"party_id":"a.b"}}'],
    ['spaces', `{ "party_data_send":{${fields}}}`],
    ['something escaped', '{"party_data_send":{"party_id":"a\\u002eb","op_code":"7","data":"AQI="}}'],
    ['a line break in a text', '{"party_data_send":{"party_id":"a\nb","op_code":"7","data":"AQI="}}'],
    ['half a surrogate pair', '{"party_data_send":{"party_id":"\ud800","op_code":"7","data":"AQI="}}'],
    ['another order', '{"party_data_send":{"op_code":"7","party_id":"a.b","data":"AQI="}}'],
    ['a field more', `{"party_data_send":{${fields},"a":1}}`],
    ['a large op code', '{"party_data_send":{"party_id":"a.b","op_code":"9007199254740993","data":"AQI="}}'],
    ['a negative op code', '{"party_data_send":{"party_id":"a.b","op_code":-1,"data":"AQI="}}'],
    ['a leading zero', '{"party_data_send":{"party_id":"a.b","op_code":"07","data":"AQI="}}'],
    ['one quotation mark', '{"party_data_send":{"party_id":"a.b","op_code":"7,"data":"AQI="}}'],
    ['what is no base64', '{"party_data_send":{"party_id":"a.b","op_code":"7","data":"A!=="}}'],
  ])('leaves alone: %s', (_, frame) => {
    expect(readPartyDataSend(frame)).toBeUndefined()
  })

  it('is what reading it like any other makes of it, whatever the frame', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        ',',
        '{',
        '}',
        ':',
        '=',
        'cid',
        '"cid":"3",',
        '\ud800',
        '\u007f',
        'é',
        '😀',
        ' ',
        '0',
        '-',
        '+/',
        '-_',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    const text = fc.string({ maxLength: 6 }).map((value) => JSON.stringify(value))
    const frames = fc
      .record({
        cid: fc.option(text),
        partyId: text,
        opCode: fc.maxSafeNat(),
        data: fc.uint8Array({ maxLength: 9 }),
      })
      .map(({ cid, partyId, opCode, data }) => {
        const base64 = Buffer.from(data).toString('base64')
        const message = `"party_data_send":{"party_id":${partyId},"op_code":${opCode},"data":"${base64}"}`
        return cid === null ? `{${message}}` : `{"cid":${cid},${message}}`
      })
    const damaged = fc
      .tuple(frames, fc.nat(), fc.nat(3), fc.option(part, { nil: '' }))
      .map(([frame, at, cut, added]) => {
        const place = at % (frame.length + 1)
        return frame.slice(0, place) + added + frame.slice(place + cut)
      })
    fc.assert(
      fc.property(fc.oneof(frames, damaged), (frame) => {
        const read = readPartyDataSend(frame)
        if (read !== undefined) expect(read).toStrictEqual(readLikeAny(frame))
      }),
      { numRuns: 2000 },
    )
  })
})
