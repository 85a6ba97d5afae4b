// What a server takes by default. Sizes in bytes of UTF-8. A server may be configured otherwise where it says so; the
// others are part of the protocol. Single constants, so that a bundle has only those it uses.

/** Size of one frame from a client. Configurable. A larger one closes the connection with 1009. */
export const maxMessageBytes = 4096

/** Size of the body of an HTTP request. Configurable. */
export const maxRequestBytes = 262_144

/** Members of a party, and with that its join requests: as many may wait as there may be members. */
export const maxPartySize = 256

/** Size of a party's label. */
export const maxLabelBytes = 2048

/** Size of a status. */
export const maxStatusBytes = 2048

/** Fewest players of a match. */
export const minMatchCount = 2

/** Matchmaker tickets of a session, and of a party. Configurable. */
export const maxMatchmakerTickets = 3

/** Size of a custom id. */
export const minCustomIdBytes = 6

/** Size of a device id. */
export const minDeviceIdBytes = 10

/** Size of a custom or device id. */
export const maxIdBytes = 128

/** Size of an e-mail address. */
export const minEmailBytes = 10

/** Size of an e-mail address. */
export const maxEmailBytes = 255

/** Size of a password. */
export const minPasswordBytes = 8

/** Size of a user name. */
export const maxUsernameBytes = 128

/** Entries of a page of parties or notifications. */
export const maxListLimit = 100

/** Parties of a page when nothing is said. */
export const defaultPartyListLimit = 10

/** Notifications of a page when nothing is said. */
export const defaultNotificationListLimit = 1
