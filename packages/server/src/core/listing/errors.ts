/** A listing that cannot be made as it was asked for. Nakama tells a client no more than `Error listing matches.` */
export class ListingError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ListingError'
  }
}
