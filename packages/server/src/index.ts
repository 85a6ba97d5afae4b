export { type Clock, systemClock, type TimerHandle } from '@party/protocol'
export { ApiError } from './api-error.ts'
export {
  ConfigError,
  defaultConfig,
  resolveConfig,
  type ServerConfig,
  type ServerConfigOverrides,
} from './config.ts'
export { ServerControl, type ServerControlOptions } from './control/control.ts'
export {
  FaultError,
  type FaultLimits,
  type FaultName,
  type Faults,
  type Undo,
} from './control/faults/faults.ts'
export type { FaultAim, FaultOperation, FaultTarget, Refusal } from './control/faults/rules.ts'
export type { InspectedTicket, Inspection } from './control/inspect.ts'
export type { Match, MatchedEntry } from './core/matchmaker/index.ts'
export {
  type AfterHook,
  type BeforeHook,
  HookError,
  HookTable,
  type RealtimeContext,
  type RealtimeHooks,
  type RealtimeMessages,
} from './hooks/hooks.ts'
export type { HttpHooks } from './hooks/http-hooks.ts'
export type { Endpoint } from './hosts/endpoint.ts'
export { type MemoryHost, memoryHost } from './hosts/memory.ts'
export type { IdKind, IdSource } from './ids.ts'
export { type Logger, silentLogger } from './logger.ts'
export type { NotificationContent, NotificationService } from './notifications/notifications.ts'
export { type Offload, offloadAtOnce } from './offload.ts'
export { type RandomSource, systemRandom } from './random.ts'
export type { RpcContext, RpcFunction, RpcRegistry, RpcUser } from './rpc/rpc.ts'
export { PartyServer, type PartyServerOptions, type SavedServer } from './server.ts'
export type { MatchedHook } from './services/matchmaking.ts'
export type { StreamMessage, StreamTarget } from './services/streams.ts'
export type { Admission, Admitted, NotAdmitted } from './session/admission.ts'
export type { Connection, OutgoingFrame, Peer } from './session/connection.ts'
export type { Session } from './session/session.ts'
export { MemoryStore, type SavedStore } from './store/memory.ts'
export type { Account, ListedNotification, Store, StoredNotification } from './store/store.ts'
