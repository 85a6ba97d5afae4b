// WebSocket close codes. Nakama closes with 1000 and a reason in words whatever has happened; only a frame that is too
// large has a code of its own.

/** Closed on purpose, by either side. The reason tells why. */
export const normal = 1000

/** The page or the server goes away. */
export const goingAway = 1001

/** Never sent: the other side has closed without giving a code. */
export const noStatus = 1005

/** Never sent: the connection was lost without a word. */
export const abnormal = 1006

/** A frame was larger than the server takes. Without a reason. */
export const messageTooBig = 1009
