import { describe, expect, it } from 'vitest'
import { recognizeHttpError, recognizeRealtimeError } from './client/errors.ts'
import { httpErrorOf, realtimeErrorOf } from './errors.ts'
import { type ErrorCode, httpErrors, realtimeErrors } from './gen/errors.ts'

describe('an error on the socket', () => {
  it.each<[number, string, ErrorCode]>([
    [3, 'Invalid party ID', 'invalid_party_id'],
    [3, 'Invalid presence', 'invalid_presence'],
    [3, 'Invalid party max size, must be 1-256', 'invalid_party_size'],
    [3, 'Error creating party: party label too long', 'party_label_too_long'],
    [
      3,
      "Error creating party: failed to unmarshal party label: invalid character 'o' in literal null (expecting 'u')",
      'party_label_invalid',
    ],
    [
      3,
      'Error updating party: failed to unmarshal party label: json: cannot unmarshal array into Go value of type map[string]interface {}',
      'party_label_invalid',
    ],
    [0, 'Failed to create party', 'party_create_failed'],
    [0, 'Error tracking party creation', 'party_create_failed'],
    [3, 'Error joining party: party not found', 'party_not_found'],
    [3, 'Error joining party: party closed', 'party_closed'],
    [3, 'Error joining party: party full', 'party_full'],
    [3, 'Error joining party: party join requests full', 'party_join_requests_full'],
    [3, 'Error joining party: party join request duplicate', 'party_join_request_duplicate'],
    [3, 'Error joining party: party join request already member', 'party_already_member'],
    [0, 'Error tracking party join', 'party_join_failed'],
    [3, 'Error promoting new party leader: party leader only', 'party_leader_only'],
    [3, 'Error promoting new party leader: party member not found', 'party_member_not_found'],
    [3, 'Error accepting party join request: party join request not found', 'party_join_request_not_found'],
    [3, 'Error accepting party join request: party could not accept request', 'party_accept_failed'],
    [3, 'Error removing party member or join request: party cannot remove self', 'party_cannot_remove_self'],
    [3, 'Error removing party member or join request: party could not remove', 'party_remove_failed'],
    [3, 'Error sending party data: party member not found', 'party_member_not_found'],
    [
      3,
      'Error updating party: party is hidden and label is not empty, invalid operation',
      'party_hidden_with_label',
    ],
    [3, 'Error listing party join requests: party leader only', 'party_leader_only'],
    [3, 'Invalid minimum count, must be >= 2', 'invalid_min_count'],
    [3, 'Invalid maximum count, must be >= minimum count', 'invalid_max_count'],
    [3, 'Invalid count multiple, must be >= 1', 'invalid_count_multiple'],
    [3, 'Invalid count multiple for minimum count, must divide', 'invalid_count_multiple'],
    [3, 'Error adding party to matchmaker: matchmaker query invalid', 'matchmaker_query_invalid'],
    [3, 'Error adding party to matchmaker: matchmaker too many tickets', 'matchmaker_too_many_tickets'],
    [0, 'Error adding to matchmaker', 'matchmaker_add_failed'],
    [3, 'Invalid matchmaker ticket', 'invalid_matchmaker_ticket'],
    [3, 'Error closing party: matchmaker ticket not found', 'matchmaker_ticket_not_found'],
    [3, 'Matchmaker ticket not found', 'matchmaker_ticket_not_found'],
    [3, 'Invalid user identifier', 'invalid_user_id'],
    [3, 'Invalid username', 'invalid_username'],
    [3, 'Status must be 2048 characters or less', 'status_too_long'],
    [3, 'RPC ID must be set', 'rpc_id_missing'],
    [6, 'RPC function not found', 'rpc_not_found'],
    [2, 'Missing message.', 'missing_message'],
    [1, 'Unrecognized message.', 'unrecognized_message'],
    [1, 'Requested resource was not found.', 'disabled_by_server'],
  ])('%i %j is %s', (code, message, expected) => {
    expect(recognizeRealtimeError(code, message)).toBe(expected)
  })

  it('of server code is that, whatever its message says', () => {
    expect(recognizeRealtimeError(7, 'party full')).toBe('server_function_failed')
  })

  it('with a message of its own keeps the class of its number', () => {
    expect(recognizeRealtimeError(3, 'Something new')).toBe('invalid_input')
    expect(recognizeRealtimeError(0, '')).toBe('server_error')
  })

  it('with a number of its own is unknown', () => {
    expect(recognizeRealtimeError(99, 'party full')).toBe('unknown')
    expect(recognizeRealtimeError(429, '')).toBe('unknown')
  })
})

describe('an error over HTTP', () => {
  it.each<[number, string, ErrorCode]>([
    [400, 'Custom ID is required.', 'invalid_custom_id'],
    [400, 'Custom ID invalid, must be 6-128 bytes.', 'invalid_custom_id'],
    [400, 'Device ID invalid, must be 10-128 bytes.', 'invalid_device_id'],
    [400, 'Invalid email address format.', 'invalid_email'],
    [400, 'Email address is required.', 'invalid_email'],
    [400, 'Password must be at least 8 characters long.', 'invalid_password'],
    [400, 'Username invalid, must be 1-128 bytes.', 'invalid_username'],
    [404, 'User account not found.', 'account_not_found'],
    [403, 'User account banned.', 'account_banned'],
    [401, 'Invalid credentials.', 'invalid_credentials'],
    [409, 'Username is already in use.', 'username_taken'],
    [401, 'Server key required', 'server_key_invalid'],
    [401, 'Server key invalid', 'server_key_invalid'],
    [401, 'Auth token required', 'unauthenticated'],
    [401, 'Auth token invalid', 'unauthenticated'],
    [401, 'Missing or invalid token\n', 'unauthenticated'],
    [401, 'HTTP key invalid', 'http_key_invalid'],
    [401, 'Auth token or HTTP key required', 'http_key_invalid'],
    [400, 'Refresh token is required.', 'refresh_token_invalid'],
    [401, 'Refresh token invalid or expired.', 'refresh_token_invalid'],
    [400, 'Invalid limit - limit must be between 1 and 100.', 'invalid_limit'],
    [500, 'Error listing matches.', 'list_failed'],
    [500, 'Error retrieving notifications.', 'list_failed'],
    [404, 'RPC function not found', 'rpc_not_found'],
    [400, 'http: request body too large', 'request_too_large'],
    [400, 'json: cannot unmarshal object into Go value of type string', 'invalid_input'],
    [400, 'Invalid format parameter\n', 'invalid_input'],
    [404, 'Not Found', 'not_found'],
    [501, 'Method Not Allowed', 'unimplemented'],
    [429, '', 'rate_limited'],
    [502, '<html>Bad gateway</html>', 'unavailable'],
    [503, '', 'unavailable'],
    [500, '', 'server_error'],
    [418, '', 'unknown'],
  ])('%i %j is %s', (status, message, expected) => {
    expect(recognizeHttpError(status, message)).toBe(expected)
  })
})

/** The status with which Nakama answers for each gRPC code. */
const httpStatuses: Readonly<Record<number, number>> = {
  2: 500,
  3: 400,
  4: 504,
  5: 404,
  6: 409,
  7: 403,
  8: 429,
  9: 400,
  11: 400,
  12: 501,
  13: 500,
  14: 503,
  15: 500,
  16: 401,
}

describe('an error that is made of its code', () => {
  it.each([...new Set(realtimeErrors.map(([, , code]) => code))])(
    'is recognised on the socket: %s',
    (code) => {
      const error = realtimeErrorOf(code)
      expect(recognizeRealtimeError(error?.code ?? -1, error?.message ?? '')).toBe(code)
    },
  )

  it.each([...new Set(httpErrors.map(([, , code]) => code))])('is recognised over HTTP: %s', (code) => {
    const { code: number = -1, message = '' } = httpErrorOf(code) ?? {}
    expect(recognizeHttpError(httpStatuses[number] ?? number, message)).toBe(code)
  })

  it('is none where no server says it', () => {
    expect([realtimeErrorOf('timeout'), httpErrorOf('timeout')]).toEqual([undefined, undefined])
  })
})
