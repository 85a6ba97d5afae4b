import { definition, problemsOf } from '../adapter/schema.ts'
import { FileError } from '../files/fields.ts'
import type { Action, Case, EventExpectation } from './case.ts'

type Parts = Pick<Case, 'actors' | 'given' | 'steps' | 'server'>

/**
 * The features a case needs: what its steps make use of, and what its file says beyond that.
 *
 * @throws {FileError} for a feature that adapter.schema.json does not know.
 */
export function needsOf(parts: Parts, explicit: readonly string[], place: string): string[] {
  const feature = definition('feature') ?? {}
  const unknown = explicit.find((name) => problemsOf(name, feature).length > 0)
  if (unknown !== undefined) throw new FileError(place, `"${unknown}" is not a feature`)
  const used = [
    ...parts.actors.flatMap(({ until, appearOnline, reconnect }) => [
      ...(reconnect ? ['reconnect'] : []),
      ...(until === 'connected' ? ['connect'] : []),
      ...(appearOnline ? ['connect.appearOnline'] : []),
    ]),
    ...parts.given.flatMap(({ waiting, members, arguments: args }) => [
      ...featuresOfCall('createParty', args),
      'event.partyPresence',
      ...(members.length + waiting.length > 0 ? ['joinParty'] : []),
      ...(args['open'] !== true && members.length > 0 ? ['acceptPartyMember'] : []),
    ]),
    ...parts.steps.flatMap(({ actions, outcomes }) => [
      ...actions.flatMap(featuresOf),
      ...outcomes.flatMap(({ events }) =>
        events === 'any' ? [] : [...events.values()].flatMap(featuresOfEvents),
      ),
    ]),
  ]
  return [...new Set([...explicit, ...used])].sort()
}

function featuresOf(action: Action): string[] {
  if (action.kind === 'abort') return ['call.abort']
  if (action.kind !== 'call') return []
  const features = featuresOfCall(action.operation, action.arguments)
  return action.timeoutMs === undefined ? features : [...features, 'call.timeout']
}

function featuresOfEvents(events: readonly EventExpectation[] | 'any'): string[] {
  if (events === 'any') return []
  return events.flatMap(({ name, isOptional }) => (isOptional ? [] : `event.${name}`))
}

function featuresOfCall(operation: string, args: object): string[] {
  const { properties = {} } = definition(`operations/${operation}`) ?? {}
  return [operation, ...Object.keys(args).flatMap((name) => properties[name]?.feature ?? [])]
}

/** Why a case can only be played where the server is controlled. */
export function controlOf({ steps, server }: Parts, explicit: string | undefined): string[] {
  const all = steps.flatMap(({ actions, outcomes }) => [
    ...actions.flatMap((action) => {
      if (action.kind === 'advance') return ['the clock']
      return action.kind === 'control' ? [`server.${action.name}`] : []
    }),
    ...outcomes.flatMap(({ frames, inspect }) => [
      ...(frames.size > 0 ? ['a look at the frames'] : []),
      ...(inspect === undefined ? [] : ['a look inside']),
    ]),
  ])
  const config = Object.keys(server).length > 0 ? ['a configuration of its own'] : []
  return [...new Set([...(explicit === undefined ? [] : [explicit]), ...config, ...all])]
}
