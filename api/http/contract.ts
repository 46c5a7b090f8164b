/** One problem inside an error: which field, and what is wrong with it. */
export interface ErrorDetail {
  /** Stable code the UI translates, e.g. `requiredFieldMissing`, `sensitiveContent`. */
  code: string
  /** The property the problem concerns, as a path: `title`, `audience/orgUnitIds`. */
  target?: string
  /** English, for developers; never shown to users. */
  message: string
  /** First character of the finding in the target's plain text, 0-based (only `sensitiveContent`). */
  start?: number
  /** One past the last character of the finding (only `sensitiveContent`). */
  end?: number
}
