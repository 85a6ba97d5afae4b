import type { Inspection } from '@party/server'
import type { ServerAddress } from '../adapter/messages.ts'
import type { Json, JsonObject } from '../files/json.ts'
import type { Target } from '../wire/target.ts'

/** A kind of server, of which each case gets one to itself, if that can be. */
export interface ServerUnderTest {
  /** What reports call it. */
  readonly name: string
  /** Whether cases may ask for what only a server in this process can do. */
  readonly isControlled: boolean
  /** @param config options under Nakama's names, which only a controlled server takes */
  start(config: JsonObject): Promise<RunningServer>
}

/** One server, as a case sees it. */
export interface RunningServer {
  readonly address: ServerAddress
  /** The same server, for frames that are written by hand. */
  readonly target: Target
  readonly control: ServerControl | undefined
  close(): Promise<void>
}

/** What cases may do with a server that runs in this process. */
export interface ServerControl {
  /** Calls back for every frame, in either direction, and for every end of a connection by the server. */
  onFrame(listener: (frame: TappedFrame) => void): void
  /** What the server holds right now. */
  inspect(): Inspection
  /** The session of a user that was opened last. */
  sessionOf(userId: string): string | undefined
  /** Does one of the things that `server.…` steps name. */
  perform(action: ControlAction): Promise<void>
}

/** A frame on its way. */
export interface TappedFrame {
  readonly userId: string
  readonly sessionId: string
  /** `sends`: from the client to the server. */
  readonly direction: 'sends' | 'receives'
  /** The envelope in camelCase: what stands in the frame, no more. A frame that cannot be read is a text. */
  readonly frame: Json
}

/** One thing to do, and whom it is about. */
export interface ControlAction {
  readonly name: ControlName
  readonly userId: string
  /** Undefined for the session of the user that was opened last. */
  readonly sessionId: string | undefined
  readonly arguments: JsonObject
}

/** What `server.…` steps can do. */
export const controlNames = [
  /** The player's connection is lost without a word. */
  'drop',
  /** The server closes the player's connection: `{ code, reason }`. */
  'close',
  /** From now on nothing the server sends reaches the player. */
  'mute',
  /** From now on what the server sends to the player waits. */
  'hold',
  /** What waits is delivered, and nothing waits any more. */
  'release',
  /** The player receives an envelope: `{ frame }`, in the names of the contract. */
  'send',
  /** The player receives a frame as it stands: `{ text }`, or `{ bytes }` in base64. */
  'sendRaw',
  /** The player gets a notification: `{ subject, content, code, persistent }`. */
  'notify',
  /** The player receives data of a stream: `{ data, stream }`. */
  'streamData',
  /** The player is banned. */
  'ban',
] as const

export type ControlName = (typeof controlNames)[number]
