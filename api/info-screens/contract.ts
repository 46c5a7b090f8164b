import * as z from 'zod/mini'
import { OrgUnitReference } from '../org-units/contract.ts'

/** Longest name of a screen, in characters. */
export const maxScreenNameLength = 80

/** A screen on a wall, which shows news of its unit without anybody signing in (features.md N14). */
export const InfoScreen = z.object({
  id: z.uuid(),
  /** Where it hangs: «Vaktrommet i 2. etasje». */
  name: z.string(),
  orgUnit: OrgUnitReference,
  createdDateTime: z.iso.datetime(),
  permissions: z.object({ canRenew: z.boolean(), canDelete: z.boolean() }),
})
export type InfoScreen = z.infer<typeof InfoScreen>

/** Body of `POST /v1.0/infoScreens`. */
export const NewInfoScreen = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxScreenNameLength)),
  orgUnitId: z.uuid(),
})
export type NewInfoScreen = z.infer<typeof NewInfoScreen>

/** A screen with its address, which is told once: whoever has it sees what the screen shows. */
export const OpenedInfoScreen = z.extend(InfoScreen, { screenUrl: z.url() })
export type OpenedInfoScreen = z.infer<typeof OpenedInfoScreen>

/** What a screen shows: the newest first. */
export const ScreenNews = z.object({
  /** Name of the unit the screen is of. */
  unitName: z.string(),
  posts: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      lead: z.string(),
      coverImage: z.nullable(
        z.object({ url: z.string(), altText: z.string(), width: z.int(), height: z.int() }),
      ),
      publishedDateTime: z.iso.datetime(),
      /** The post itself, for those who may read it. */
      url: z.url(),
    }),
  ),
})
export type ScreenNews = z.infer<typeof ScreenNews>
