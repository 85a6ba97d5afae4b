import type { HttpMessages, HttpOperation, MatchmakerStats, PartyList } from '@party/protocol'
import type { AccountService } from '../accounts/accounts.ts'
import type { ServerConfig } from '../config.ts'
import type { Logger } from '../logger.ts'
import type { NotificationService } from '../notifications/notifications.ts'
import type { RpcRegistry } from '../rpc/rpc.ts'
import type { SessionService } from '../tokens/session-service.ts'
import type { SessionClaims, TokenService } from '../tokens/tokens.ts'

/** Calls over HTTP that hooks can be put around: all but RPC functions, which are the game's own already. */
export type HttpCallName = Exclude<HttpOperation, 'callRpc'>

/** Each call's request, by the name of the call. */
export type HttpRequests = { [Name in HttpCallName]: HttpMessages[Name]['request'] }

/** Each call's reply, by the name of the call. */
export type HttpReplies = { [Name in HttpCallName]: HttpMessages[Name]['reply'] }

/** Who calls. */
export interface HttpCallContext {
  /** The claims of the player's token; undefined for calls with the server key, which come before there is one. */
  readonly user: SessionClaims | undefined
}

/**
 * Stands around every call, once it is decoded and its caller is known: may change the request it hands to `next`, see
 * the reply, or refuse with an `ApiError` instead.
 */
export type CallHook = <Name extends HttpCallName>(
  name: Name,
  context: HttpCallContext,
  request: HttpRequests[Name],
  next: (request: HttpRequests[Name]) => Promise<HttpReplies[Name]>,
) => Promise<HttpReplies[Name]>

/** A `CallHook` that does nothing. */
export const callDirectly: CallHook = (_name, _context, request, next) => next(request)

/** What a listing of parties asks for. */
export interface PartyQuery {
  /** Most parties to return, 1 to 100. */
  readonly limit: number
  /** Only open or only closed parties; undefined for both. */
  readonly open: boolean | undefined
  /** In the query language; empty for all. */
  readonly query: string
  /** The cursor of the page before; empty for the first page. */
  readonly cursor: string
}

/** All that the HTTP API needs of the server around it. */
export interface HttpServices {
  readonly config: Pick<ServerConfig, 'socket' | 'runtime'>
  readonly accounts: AccountService
  readonly sessions: SessionService
  readonly tokens: TokenService
  readonly notifications: NotificationService
  readonly rpc: RpcRegistry
  readonly logger: Logger
  readonly call: CallHook
  /** What it throws, unless it is an `ApiError`, is answered as Nakama answers: 500 `Error listing matches.` */
  listParties(query: PartyQuery): PartyList | Promise<PartyList>
  matchmakerStats(): MatchmakerStats | Promise<MatchmakerStats>
  /** Answers `GET /ws` without an upgrade, or with one where the host makes WebSockets of HTTP requests itself. */
  socketRoute(request: Request): Response | Promise<Response>
}
