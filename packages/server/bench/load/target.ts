/** The server a load goes to. */
export interface Target {
  /** `http://host:port`. */
  readonly url: string
  /** Process whose CPU time and memory are read. */
  readonly pid: number
  readonly serverKey: string
  /**
   * `party`: a server of the party protocol. `relay`: the floor, which takes `/ws?group=NAME` and passes every
   * message on to the others of the group.
   */
  readonly kind: 'party' | 'relay'
}
