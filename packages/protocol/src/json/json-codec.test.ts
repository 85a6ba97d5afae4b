import { describe, expect, it } from 'vitest'
import { jsonClientCodec } from '../client/json.ts'
import { DecodeError } from '../codec.ts'
import {
  createEnvelope,
  createParty,
  createPartyDataSend,
  createRpc,
  createUserPresence,
} from '../gen/messages.ts'
import { jsonServerCodec } from './server.ts'

/** What the server reads from a request with these fields. */
function received(message: string, fields: string): unknown {
  return jsonServerCodec.decode(`{"cid":"1","${message}":${fields}}`).message?.value
}

describe('a server reads', () => {
  it.each([
    ['nothing', '{}', { open: false, maxSize: 0, label: '', hidden: false }],
    ['snake_case', '{"max_size":4}', { maxSize: 4 }],
    ['lowerCamelCase', '{"maxSize":4}', { maxSize: 4 }],
    ['a numeric string', '{"max_size":"4"}', { maxSize: 4 }],
    ['a numeric string with an exponent', '{"max_size":"1e2"}', { maxSize: 100 }],
    ['a numeric string with an empty fraction', '{"max_size":"30.00e-1"}', { maxSize: 3 }],
    ['a number with an empty fraction', '{"max_size":4.0}', { maxSize: 4 }],
    ['a number with an exponent', '{"max_size":4e1}', { maxSize: 40 }],
    ['the smallest int32', '{"max_size":-2147483648}', { maxSize: -2147483648 }],
    ['the largest int32', '{"max_size":2147483647}', { maxSize: 2147483647 }],
    ['a negative zero', '{"max_size":-0}', { maxSize: 0 }],
    ['a negative zero in a string', '{"max_size":"-0"}', { maxSize: 0 }],
    ['null as unset', '{"open":null,"max_size":null,"label":null}', { open: false, maxSize: 0, label: '' }],
    ['an escaped character', '{"label":"\\ud83d\\ude00"}', { label: '😀' }],
    ['whitespace', ' { "open" : true } ', { open: true }],
  ])('%s', (_, fields, expected) => {
    expect(received('party_create', fields)).toMatchObject(expected)
  })

  it.each([
    ['a number', '1', 1],
    ['a string', '"1"', 1],
    ['the largest exact number', '9007199254740991', 9007199254740991],
    ['a number beyond it, as a bigint', '9007199254740993', 9007199254740993n],
    ['a string beyond it, as a bigint', '"-9007199254740993"', -9007199254740993n],
    ['the largest int64', '9223372036854775807', 9223372036854775807n],
    ['the smallest int64', '"-9223372036854775808"', -9223372036854775808n],
    ['an exponent', '"9.223372036854775807e18"', 9223372036854775807n],
    ['more zeros than digits count', '"100000000000000000000000e-20"', 1000],
    ['no more than zeros', '"0e999999999"', 0],
  ])('an int64: %s', (_, json, expected) => {
    expect(received('party_data_send', `{"op_code":${json}}`)).toMatchObject({ opCode: expected })
  })

  it.each([
    ['padded', '"AP+/"', [0, 255, 191]],
    ['one byte with padding', '"AQ=="', [1]],
    ['one byte without padding', '"AQ"', [1]],
    ['two bytes without padding', '"AQI"', [1, 2]],
    ['the URL alphabet', '"AP-_"', [0, 255, 191]],
    ['nothing', '""', []],
  ])('bytes: %s', (_, json, expected) => {
    expect(received('party_data_send', `{"data":${json}}`)).toMatchObject({ data: Uint8Array.from(expected) })
  })

  it.each([
    ['absent', '{}', undefined],
    ['null', '{"status":null}', undefined],
    ['empty', '{"status":""}', ''],
    ['a text', '{"status":"hi"}', 'hi'],
  ])('a wrapper: %s', (_, fields, expected) => {
    expect(received('status_update', fields)).toEqual({ status: expected })
  })

  it('maps, whatever their keys are', () => {
    const fields =
      '{"string_properties":{"__proto__":"x","constructor":"y"},"numeric_properties":{"a":"1.5"}}'
    const message = received('matchmaker_add', fields)
    expect(message).toHaveProperty('stringProperties', JSON.parse('{"__proto__":"x","constructor":"y"}'))
    expect(message).toHaveProperty('numericProperties', { a: 1.5 })
  })

  it.each([
    ['"NaN"', Number.NaN],
    ['"Infinity"', Number.POSITIVE_INFINITY],
    ['"-Infinity"', Number.NEGATIVE_INFINITY],
    ['-0.25', -0.25],
    ['"1e-3"', 0.001],
    ['12345678901234567890', 12345678901234567000],
  ])('the double %s', (json, expected) => {
    const message = received('matchmaker_add', `{"numeric_properties":{"x":${json}}}`)
    expect(message).toHaveProperty('numericProperties', { x: expected })
  })

  it.each([
    ['2024-05-06T07:08:09Z', '2024-05-06T07:08:09.000Z'],
    ['2024-05-06T07:08:09.123456789Z', '2024-05-06T07:08:09.123Z'],
    ['2024-05-06T07:08:09+02:00', '2024-05-06T05:08:09.000Z'],
  ])('the time %s', (json, expected) => {
    const message = received('notifications', `{"notifications":[{"create_time":"${json}"}]}`)
    expect(message).toMatchObject({ notifications: [{ createTime: new Date(expected) }] })
  })

  it.each([
    ['{}', { cid: '', message: undefined }],
    ['{"cid":"1"}', { cid: '1', message: undefined }],
    ['{"cid":null,"party_create":null}', { cid: '', message: undefined }],
    ['{"pong":{},"ping":null}', { cid: '', message: { case: 'pong', value: {} } }],
  ])('the envelope %s', (frame, expected) => {
    expect(jsonServerCodec.decode(frame)).toEqual(expected)
  })
})

describe('a server refuses', () => {
  it.each([
    ['no JSON', 'hello', ''],
    ['nothing', '', ''],
    ['half of it', '{"cid":', ''],
    ['a list', '[]', ''],
    ['null', 'null', ''],
    ['a text', '"ping"', ''],
    ['an unknown message', '{"party_dance":{}}', 'party_dance'],
    ['a name of neither spelling', '{"party_Create":{}}', 'party_Create'],
    ['a name that every object has', '{"constructor":{}}', 'constructor'],
    ['a cid that is no text', '{"cid":1,"ping":{}}', 'cid'],
    ['two messages', '{"ping":{},"pong":{}}', 'pong'],
    ['a message in both spellings', '{"party_create":{},"partyCreate":{}}', ''],
    ['a message that is no object', '{"ping":[]}', 'ping'],
    ['an unknown field', '{"party_create":{"colour":"red"}}', 'party_create.colour'],
    ['an unknown field of an empty message', '{"ping":{"a":1}}', 'ping.a'],
    ['an unknown field that is null', '{"ping":{"a":null}}', 'ping.a'],
    ['a field in both spellings', '{"party_create":{"max_size":1,"maxSize":1}}', 'party_create'],
    ['a field in both spellings, one null', '{"party_create":{"max_size":1,"maxSize":null}}', 'party_create'],
    ['a number for a text', '{"party_join":{"party_id":1}}', 'party_join.party_id'],
    ['a large number for a text', '{"party_join":{"party_id":12345678901234567}}', 'party_join.party_id'],
    ['half a surrogate pair', '{"party_join":{"party_id":"\\ud83d"}}', 'party_join.party_id'],
    ['a text for a truth value', '{"party_create":{"open":"true"}}', 'party_create.open'],
    ['a number for a truth value', '{"party_create":{"open":1}}', 'party_create.open'],
    ['a fraction', '{"party_create":{"max_size":1.5}}', 'party_create.max_size'],
    ['a fraction in a string', '{"party_create":{"max_size":"15e-1"}}', 'party_create.max_size'],
    ['a tiny fraction in a string', '{"party_create":{"max_size":"1e-999999999"}}', 'party_create.max_size'],
    ['an int32 that is too large', '{"party_create":{"max_size":2147483648}}', 'party_create.max_size'],
    ['an int32 that is far too large', '{"party_create":{"max_size":1e300}}', 'party_create.max_size'],
    ['an empty string for a number', '{"party_create":{"max_size":""}}', 'party_create.max_size'],
    ['space around a number', '{"party_create":{"max_size":" 1"}}', 'party_create.max_size'],
    ['a leading zero', '{"party_create":{"max_size":"01"}}', 'party_create.max_size'],
    ['a plus sign', '{"party_create":{"max_size":"+1"}}', 'party_create.max_size'],
    ['hexadecimal', '{"party_create":{"max_size":"0x10"}}', 'party_create.max_size'],
    ['true for a number', '{"party_create":{"max_size":true}}', 'party_create.max_size'],
    [
      'an int64 that is too large',
      '{"party_data_send":{"op_code":9223372036854775808}}',
      'party_data_send.op_code',
    ],
    [
      'an int64 string that is too large',
      '{"party_data_send":{"op_code":"1e99999999"}}',
      'party_data_send.op_code',
    ],
    ['a sign that is not base64', '{"party_data_send":{"data":"A!=="}}', 'party_data_send.data'],
    ['a base64 length that cannot be', '{"party_data_send":{"data":"A"}}', 'party_data_send.data'],
    ['padding in the middle', '{"party_data_send":{"data":"AQ==AQ=="}}', 'party_data_send.data'],
    ['too little padding', '{"party_data_send":{"data":"AQ="}}', 'party_data_send.data'],
    ['two alphabets at once', '{"party_data_send":{"data":"+_+_"}}', 'party_data_send.data'],
    ['a list of bytes', '{"party_data_send":{"data":[1]}}', 'party_data_send.data'],
    ['a text for a list', '{"status_follow":{"user_ids":"a"}}', 'status_follow.user_ids'],
    ['null in a list', '{"status_follow":{"user_ids":["a",null]}}', 'status_follow.user_ids[1]'],
    ['a list for a map', '{"matchmaker_add":{"string_properties":[]}}', 'matchmaker_add.string_properties'],
    [
      'null in a map',
      '{"matchmaker_add":{"string_properties":{"a":null}}}',
      'matchmaker_add.string_properties.a',
    ],
    [
      'a number in a map of texts',
      '{"matchmaker_add":{"string_properties":{"a":1}}}',
      'matchmaker_add.string_properties.a',
    ],
    [
      'a double that is too large',
      '{"matchmaker_add":{"numeric_properties":{"a":1e999}}}',
      'matchmaker_add.numeric_properties.a',
    ],
    [
      'an unknown word for a double',
      '{"matchmaker_add":{"numeric_properties":{"a":"nan"}}}',
      'matchmaker_add.numeric_properties.a',
    ],
    ['an object for a wrapper', '{"status_update":{"status":{"value":"a"}}}', 'status_update.status'],
    ['both of a oneof', '{"matchmaker_matched":{"match_id":"a","token":"b"}}', 'matchmaker_matched.token'],
    [
      'a date without a time',
      '{"notifications":{"notifications":[{"create_time":"2024-05-06"}]}}',
      'notifications.notifications[0].create_time',
    ],
    [
      'a day that is not',
      '{"notifications":{"notifications":[{"create_time":"2024-13-06T00:00:00Z"}]}}',
      'notifications.notifications[0].create_time',
    ],
  ])('%s', (_, frame, path) => {
    const error = errorOf(() => jsonServerCodec.decode(frame))
    expect(error).toBeInstanceOf(DecodeError)
    expect(error).toHaveProperty('path', path)
  })

  it('a binary frame, and says so', () => {
    const error = errorOf(() => jsonServerCodec.decode(Uint8Array.of(1)))
    expect(error).toBeInstanceOf(DecodeError)
    expect(error).toHaveProperty('message', 'expected a text frame, got a binary one')
  })
})

describe('a client', () => {
  it('passes over unknown fields', () => {
    const { message } = jsonClientCodec.decode(
      '{"party_leader":{"party_id":"p","mood":"good","presence":{"x":1}}}',
    )
    expect(message).toMatchObject({ case: 'partyLeader', value: { partyId: 'p', presence: { userId: '' } } })
  })

  it.each([
    '{"cid":"1","party_dance":{}}',
    '{"cid":"1","toString":2}',
    '{"cid":"1","party_create":{}}',
    '{"cid":"1"}',
  ])('keeps the cid of %s, which has no message for it', (frame) => {
    expect(jsonClientCodec.decode(frame)).toEqual({ cid: '1', message: undefined })
  })

  it.each([
    ['{"cid":7}', ''],
    ['{"party":7}', 'party'],
    ['{"party":{"party_id":1}}', 'party'],
    ['{"party":{"open":"yes"}}', 'party'],
    ['{"party":{"max_size":true}}', 'party'],
    ['{"party":{"max_size":"many"}}', 'party'],
    ['{"party":{"presences":{}}}', 'party'],
    ['{"party":{"presences":[{"user_id":{}}]}}', 'party'],
    ['{"party_data":{"op_code":1.5}}', 'party_data'],
    ['{"party_data":{"data":"!"}}', 'party_data'],
    ['{"error":{"context":7}}', 'error'],
    ['7', ''],
    ['nothing', ''],
  ])('refuses %s, and tells in which message', (frame, path) => {
    const error = errorOf(() => jsonClientCodec.decode(frame))
    expect(error).toBeInstanceOf(DecodeError)
    expect(error).toHaveProperty('path', path)
  })

  it('tells what it did not expect, and which reply it was', () => {
    const error = errorOf(() => jsonClientCodec.decode('{"cid":"9","party":{"open":"yes"}}'))
    expect(error).toMatchObject({ message: 'party: expected true or false, got "yes"', cid: '9' })
  })

  it('reads null and what is not there as the default', () => {
    const { message } = jsonClientCodec.decode('{"party":{"open":null,"self":null,"presences":null}}')
    expect(message?.value).toEqual(createParty({ self: createUserPresence(), leader: createUserPresence() }))
  })

  it('never sends half a surrogate pair, for which a server would close the connection', () => {
    const payload = 'cut here: \ud83d'
    const frame = jsonClientCodec.encode({ cid: '', message: { case: 'rpc', value: createRpc({ payload }) } })
    expect(frame).toBe('{"rpc":{"payload":"cut here: \ufffd"}}')
  })

  it('leaves a backslash in front of "ud83d" alone', () => {
    const payload = '\\ud83d'
    const frame = jsonClientCodec.encode({ cid: '', message: { case: 'rpc', value: createRpc({ payload }) } })
    expect(jsonServerCodec.decode(frame).message?.value).toMatchObject({ payload })
  })
})

describe('what is written', () => {
  it.each([
    [createEnvelope(), '{}'],
    [createEnvelope({ cid: '7' }), '{"cid":"7"}'],
    [{ cid: '', message: { case: 'pong', value: {} } } as const, '{"pong":{}}'],
    [
      { cid: '7', message: { case: 'party', value: createParty({ partyId: 'p', maxSize: 4 }) } } as const,
      '{"cid":"7","party":{"party_id":"p","max_size":4}}',
    ],
    [
      { cid: '', message: { case: 'statusUpdate', value: { status: '' } } } as const,
      '{"status_update":{"status":""}}',
    ],
    [
      { cid: '', message: { case: 'partyDataSend', value: createPartyDataSend({ opCode: -7 }) } } as const,
      '{"party_data_send":{"op_code":"-7"}}',
    ],
    [
      {
        cid: '',
        message: {
          case: 'partyDataSend',
          value: createPartyDataSend({ opCode: 2n ** 62n, data: Uint8Array.of(255) }),
        },
      } as const,
      '{"party_data_send":{"op_code":"4611686018427387904","data":"/w=="}}',
    ],
  ])('is what is set, in snake_case: %#', (envelope, expected) => {
    expect(jsonServerCodec.encode(envelope)).toBe(expected)
  })
})

function errorOf(call: () => unknown): unknown {
  try {
    return expect.unreachable(`should have been refused: ${JSON.stringify(call())}`)
  } catch (error) {
    return error
  }
}
