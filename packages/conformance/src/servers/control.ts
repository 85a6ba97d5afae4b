import { fromBase64, jsonServerCodec, type Stream } from '@party/protocol'
import type { OutgoingFrame } from '@party/server'
import type { Json, JsonObject } from '../files/json.ts'
import type { ControlAction, ControlName, ServerControl } from './server-under-test.ts'
import type { TappedLine, TappedServer } from './tapped-server.ts'

type Perform = (args: JsonObject, line: () => TappedLine) => unknown

/** What cases may do with our server: everything behind `server.…` steps. */
export function controlOf(server: TappedServer): ServerControl {
  const actions: Readonly<Record<ControlName, Perform>> = {
    drop: (_, line) => line().terminate(),
    close: ({ code, reason }, line) => line().end(numberOf(code ?? 1000), textOf(reason)),
    mute: (_, line) => line().mute(),
    hold: (_, line) => line().hold(),
    release: (_, line) => line().release(),
    send: ({ frame }, line) => {
      const envelope = jsonServerCodec.decode(JSON.stringify(frame))
      line().inject(line().codec.encode(envelope) as OutgoingFrame['data'])
    },
    sendRaw: ({ text, bytes }, line) =>
      line().inject(bytes === undefined ? textOf(text) : new Uint8Array(fromBase64(textOf(bytes)) ?? [])),
    notify: ({ subject, content, code, persistent }, line) =>
      server.notifications.send(line().userId, {
        subject: textOf(subject),
        content: JSON.parse(JSON.stringify(content ?? {})),
        code: numberOf(code ?? 1),
        persistent: persistent === true,
      }),
    streamData: ({ data, stream }, line) =>
      server.sendStreamData(
        { sessionId: line().sessionId ?? '' },
        { data: textOf(data), stream: (stream ?? {}) as Partial<Stream> },
      ),
    ban: (_, line) => server.ban(line().userId),
  }
  return {
    onFrame: (listener) => server.onFrame(listener),
    inspect: () => server.inspect(),
    sessionOf: (userId) => server.lineOf(userId, undefined)?.sessionId,
    perform: async ({ name, userId, sessionId, arguments: args }: ControlAction) => {
      await actions[name](args, () => {
        const line = server.lineOf(userId, sessionId)
        if (line === undefined)
          throw new Error(`server.${name} is about a player who has never been connected`)
        return line
      })
    },
  }
}

function numberOf(value: Json | undefined): number {
  if (typeof value !== 'number') throw new TypeError(`${JSON.stringify(value)} is not a number`)
  return value
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
