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
