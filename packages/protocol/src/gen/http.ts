// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
import type {
  AuthenticateCustomRequest,
  AuthenticateDeviceRequest,
  AuthenticateEmailRequest,
  DeleteNotificationsRequest,
  ListNotificationsRequest,
  ListPartiesRequest,
  MatchmakerStats,
  NotificationList,
  PartyList,
  Rpc,
  SessionLogoutRequest,
  SessionRefreshRequest,
  SessionTokens,
} from './messages.ts'

/**
 * Every call over HTTP. In `path`, `{name}` stands for a field of the request; `body` is the field that is
 * the JSON body, `*` for the whole request, empty for none; all other fields that are set go into the query.
 * Names of fields are those of JSON.
 */
export const httpOperations = {
  /**
   * Signs in with an id of the game's choice, for example from its own account system.
   *
   * Creates the account when there is none, unless `create` is false.
   *
   * Errors: `invalid_custom_id`, `invalid_username`, `account_not_found`, `account_banned`, `username_taken`.
   */
  authenticateCustom: {
    method: 'POST',
    path: '/v2/account/authenticate/custom',
    auth: 'serverKey',
    body: 'account',
  },
  /**
   * Signs in with the id of a device.
   *
   * Creates the account when there is none, unless `create` is false.
   *
   * Errors: `invalid_device_id`, `invalid_username`, `account_not_found`, `account_banned`, `username_taken`.
   */
  authenticateDevice: {
    method: 'POST',
    path: '/v2/account/authenticate/device',
    auth: 'serverKey',
    body: 'account',
  },
  /**
   * Signs in with an e-mail address and a password, or with a user name and a password when the address is
   * empty.
   *
   * Creates the account when there is none, unless `create` is false; never when the address is empty.
   *
   * Errors: `invalid_email`, `invalid_password`, `invalid_username`, `invalid_credentials`,
   * `account_not_found`, `account_banned`, `username_taken`.
   */
  authenticateEmail: {
    method: 'POST',
    path: '/v2/account/authenticate/email',
    auth: 'serverKey',
    body: 'account',
  },
  /**
   * Trades a refresh token for a new pair of tokens. Works as long as the refresh token does, even when the
   * session token has expired.
   *
   * Errors: `refresh_token_invalid`.
   */
  refreshSession: {
    method: 'POST',
    path: '/v2/account/session/refresh',
    auth: 'serverKey',
    body: '*',
  },
  /**
   * Makes tokens invalid: those in the request, or, when it is empty, all that the user has.
   *
   * Errors: `unauthenticated`.
   */
  logoutSession: {
    method: 'POST',
    path: '/v2/session/logout',
    auth: 'bearer',
    body: '*',
  },
  /**
   * Lists parties that are not hidden.
   *
   * The list may be about a second old. A party without a label is listed with the label `{}`.
   *
   * Errors: `invalid_limit`, `list_failed` (a query or cursor that cannot be read).
   */
  listParties: {
    method: 'GET',
    path: '/v2/party',
    auth: 'bearer',
    body: '',
  },
  /**
   * Lists the user's stored notifications, oldest first.
   *
   * Errors: `invalid_limit`, `list_failed` (a cursor that cannot be read).
   */
  listNotifications: {
    method: 'GET',
    path: '/v2/notification',
    auth: 'bearer',
    body: '',
  },
  /**
   * Deletes stored notifications of the user. Ids that are not there are ignored.
   *
   * Errors: `invalid_input`.
   */
  deleteNotifications: {
    method: 'DELETE',
    path: '/v2/notification',
    auth: 'bearer',
    body: '',
  },
  /**
   * Calls a function that the game's own server code has registered, and returns what it returns.
   *
   * The payload travels as a JSON string: text that is JSON itself is encoded twice.
   *
   * Errors: `rpc_not_found`, `http_key_invalid`, `invalid_input`, `request_too_large`, and whatever the
   * function itself answers.
   */
  callRpc: {
    method: 'POST',
    path: '/v2/rpc/{id}',
    auth: 'bearerOrHttpKey',
    body: 'payload',
  },
  /** Tells how busy the matchmaker is. */
  getMatchmakerStats: {
    method: 'GET',
    path: '/v2/matchmaker/stats',
    auth: 'bearer',
    body: '',
  },
} as const

/** What each call over HTTP sends and returns. */
export interface HttpMessages {
  authenticateCustom: { request: AuthenticateCustomRequest; reply: SessionTokens }
  authenticateDevice: { request: AuthenticateDeviceRequest; reply: SessionTokens }
  authenticateEmail: { request: AuthenticateEmailRequest; reply: SessionTokens }
  refreshSession: { request: SessionRefreshRequest; reply: SessionTokens }
  logoutSession: { request: SessionLogoutRequest; reply: Record<string, never> }
  listParties: { request: ListPartiesRequest; reply: PartyList }
  listNotifications: { request: ListNotificationsRequest; reply: NotificationList }
  deleteNotifications: { request: DeleteNotificationsRequest; reply: Record<string, never> }
  callRpc: { request: Rpc; reply: Rpc }
  getMatchmakerStats: { request: Record<string, never>; reply: MatchmakerStats }
}
