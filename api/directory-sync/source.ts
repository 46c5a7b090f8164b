/** An answer to one of several questions asked at once. */
export interface Answer {
  status: number
  body: unknown
}

/** Where the directory is read from: Microsoft Graph, or what stands in for it. Addresses begin with `/`, after the version. */
export interface DirectorySource {
  /** The address of the first page, from which every round begins. When it changes, everything is read anew. */
  readonly start: string
  /**
   * One page of a round, as it came.
   * @param link as an earlier page gave it. @throws ResyncRequired, DirectoryFault.
   */
  page(link: string): Promise<unknown>
  /**
   * Asks many things at once. What could not be answered now has a status of 429 or 500 and above.
   * @throws DirectoryFault when nothing could be asked.
   */
  ask(addresses: readonly string[]): Promise<Answer[]>
  /** The bytes at an address; undefined when there are none. @throws DirectoryFault. */
  bytes(address: string): Promise<Uint8Array | undefined>
}

/** The directory cannot be read now. The message says why in one sentence, for the operator, and holds no secret. */
export class DirectoryFault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DirectoryFault'
  }
}

/** The directory no longer knows what has changed since the last round (410): everybody is to be read anew. */
export class ResyncRequired extends Error {
  constructor() {
    super('The directory asks for everything to be read anew.')
    this.name = 'ResyncRequired'
  }
}
