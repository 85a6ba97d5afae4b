/**
 * What a server takes by default. Sizes in bytes of UTF-8. A server may be configured otherwise where it says so;
 * the others are part of the protocol.
 */
export const limits = {
  /** Size of one frame from a client. Configurable. A larger one closes the connection with 1009. */
  maxMessageBytes: 4096,
  /** Size of the body of an HTTP request. Configurable. */
  maxRequestBytes: 262_144,
  /** Members of a party, and with that its join requests: as many may wait as there may be members. */
  maxPartySize: 256,
  /** Size of a party's label. */
  maxLabelBytes: 2048,
  /** Size of a status. */
  maxStatusBytes: 2048,
  /** Fewest players of a match. */
  minMatchCount: 2,
  /** Matchmaker tickets of a session, and of a party. Configurable. */
  maxMatchmakerTickets: 3,
  /** Size of a custom id. */
  minCustomIdBytes: 6,
  /** Size of a device id. */
  minDeviceIdBytes: 10,
  /** Size of a custom or device id. */
  maxIdBytes: 128,
  /** Size of an e-mail address. */
  minEmailBytes: 10,
  /** Size of an e-mail address. */
  maxEmailBytes: 255,
  /** Size of a password. */
  minPasswordBytes: 8,
  /** Size of a user name. */
  maxUsernameBytes: 128,
  /** Entries of a page of parties or notifications. */
  maxListLimit: 100,
  /** Parties of a page when nothing is said. */
  defaultPartyListLimit: 10,
  /** Notifications of a page when nothing is said. */
  defaultNotificationListLimit: 1,
} as const
