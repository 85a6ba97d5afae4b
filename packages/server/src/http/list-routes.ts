import {
  limits,
  matchmakerStatsToJson,
  notificationListToJson,
  type PartyList,
  partyListToJson,
} from '@party/protocol'
import { ApiError } from '../api-error.ts'
import { requireUser } from './authorization.ts'
import { forLog, jsonResponse } from './responses.ts'
import { playerRoute, type Route } from './route.ts'
import type { HttpServices, PartyQuery } from './services.ts'

/** Parties, kept notifications, matches and the matchmaker's statistics. */
export function listRoutes(services: HttpServices): Route[] {
  const { notifications } = services
  return [
    playerRoute(services, 'listParties', {
      decode: ({ query }) => ({
        limit: query.int32('limit'),
        open: query.bool('open'),
        query: query.string('query'),
        cursor: query.string('cursor'),
      }),
      run: ({ limit = limits.defaultPartyListLimit, open, query = '', cursor = '' }) =>
        listParties(services, { limit, open, query, cursor }),
      encode: partyListToJson,
    }),
    playerRoute(services, 'listNotifications', {
      decode: ({ query }) => ({
        limit: query.int32('limit'),
        cacheableCursor: query.string('cacheable_cursor') ?? '',
      }),
      run: ({ limit = limits.defaultNotificationListLimit, cacheableCursor }, { userId }) =>
        notifications.list(userId, limit, cacheableCursor),
      encode: notificationListToJson,
    }),
    playerRoute(services, 'deleteNotifications', {
      decode: ({ query }) => ({ ids: query.strings('ids') }),
      run: async ({ ids }, { userId }) => {
        await notifications.delete(userId, ids)
        return {}
      },
      encode: () => '{}',
    }),
    playerRoute(services, 'getMatchmakerStats', {
      decode: () => ({}),
      run: () => services.matchmakerStats(),
      encode: matchmakerStatsToJson,
    }),
    {
      // There are no matches here. Clients that look for some find none.
      method: 'GET',
      path: '/v2/match',
      async handle(request) {
        await requireUser(request, services.tokens)
        return jsonResponse('{}')
      },
    },
  ]
}

async function listParties(services: HttpServices, query: PartyQuery): Promise<PartyList> {
  if (query.limit < 1 || query.limit > limits.maxListLimit) {
    throw ApiError.invalidArgument('Invalid limit - limit must be between 1 and 100.')
  }
  try {
    return await services.listParties(query)
  } catch (error) {
    if (error instanceof ApiError) throw error
    services.logger.debug('party listing failed', { ...query, error: forLog(error) })
    throw ApiError.internal('Error listing matches.', error)
  }
}
