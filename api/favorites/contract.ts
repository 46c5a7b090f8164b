import * as z from 'zod/mini'
import { UserReference } from '../users/contract.ts'

/** A colleague one keeps at hand: `GET /v1.0/me/favorites`, `PUT` and `DELETE /v1.0/me/favorites/{userId}`. */
export const Favorite = z.extend(UserReference, { department: z.nullable(z.string()) })
export type Favorite = z.infer<typeof Favorite>

/** Most colleagues one keeps at hand. */
export const maxFavorites = 200
