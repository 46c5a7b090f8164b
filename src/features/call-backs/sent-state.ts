/** What the form tells the list it leads to. */
export interface SentState {
  /** Name of whom the message went to. */
  sentTo: string
}
