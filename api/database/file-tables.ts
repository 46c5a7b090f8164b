import type { Generated } from 'kysely'
import type { Time } from './columns.ts'

export interface FileTable {
  /** Random (v4): a file's id says nothing about when it was made. */
  id: Generated<string>
  name: string
  media_type: string
  /** Bytes. */
  size: number
  sha256: Uint8Array
  width: number | null
  height: number | null
  created_by_id: string
  created_at: Time
}

/** Content of a file or of an unfinished upload, in order. */
export interface FileChunkTable {
  owner_id: string
  /** Offset of the first byte. */
  position: number
  bytes: Uint8Array
}

export interface UploadSessionTable {
  id: Generated<string>
  /** SHA-256 of the secret in the upload URL. */
  secret_hash: Uint8Array
  user_id: string
  name: string
  size: number
  received: Generated<number>
  expires_at: Time
}
