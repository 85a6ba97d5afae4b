/**
 * WebSocket close codes. Nakama closes with 1000 and a reason in words whatever has happened; only a frame that is
 * too large has a code of its own.
 */
export const closeCodes = {
  /** Closed on purpose, by either side. The reason tells why. */
  normal: 1000,
  /** The page or the server goes away. */
  goingAway: 1001,
  /** Never sent: the other side has closed without giving a code. */
  noStatus: 1005,
  /** Never sent: the connection was lost without a word. */
  abnormal: 1006,
  /** A frame was larger than the server takes. Without a reason. */
  messageTooBig: 1009,
} as const

/** The reasons that Nakama gives when it closes a connection with 1000. */
export const closeReasons = {
  /** A frame is no envelope: bad JSON or protobuf, an unknown field, a value of the wrong type. */
  malformedPayload: 'received malformed payload',
  /** A text frame on a protobuf connection, or a binary one on a JSON connection. */
  unexpectedMessageType: 'received unexpected WebSocket message type',
  /** An envelope without a message, or with one that clients may not send or that is switched off. */
  processingFailed: 'error processing message',
  /** The client does not read as fast as it is written to. */
  outgoingQueueFull: 'session outgoing queue full',
  /** The user has connected elsewhere, was banned, or was disconnected by server code. */
  disconnectedByServer: 'server-side session disconnect',
} as const
