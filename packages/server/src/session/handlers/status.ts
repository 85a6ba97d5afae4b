import { limits } from '@party/protocol'
import type { StatusBoard } from '../../core/status/status-board.ts'
import { isUuid } from '../../ids.ts'
import type { Handlers } from '../request.ts'
import type { Sessions } from '../sessions.ts'

/** What the status operations need of the server. */
export interface StatusServices {
  readonly status: StatusBoard
  readonly sessions: Sessions
  /** The ids of those users that exist, named by id or by username. */
  findUsers(userIds: readonly string[], usernames: readonly string[]): Promise<string[]>
}

const utf8 = new TextEncoder()

/** Following users, and showing a status of one's own. */
export function statusHandlers({ status, sessions, findUsers }: StatusServices): Handlers {
  return {
    async statusFollow(request, { userIds, usernames }) {
      if (!userIds.every(isUuid)) return request.refuse('Invalid user identifier')
      if (usernames.includes('')) return request.refuse('Invalid username')
      const known = userIds.length + usernames.length === 0 ? [] : await findUsers(userIds, usernames)
      if (!request.session.isOpen) return
      const presences = status.follow(request.presence, known)
      request.answer({ case: 'status', value: { presences } })
    },

    statusUnfollow(request, { userIds }) {
      if (!userIds.every(isUuid)) return request.refuse('Invalid user identifier')
      status.unfollow(request.presence, userIds)
      request.answer()
    },

    statusUpdate(request, { status: text }) {
      if (text !== undefined && utf8.encode(text).length > limits.maxStatusBytes) {
        return request.refuse(`Status must be ${limits.maxStatusBytes} characters or less`)
      }
      request.answer()
      const effect = status.update(request.presence, text)
      if (effect !== undefined) sessions.deliver(effect.to, effect.message)
    },
  }
}
