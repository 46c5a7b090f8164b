import { collection } from '../graph/collection.ts'
import { orgUnits } from './resource.ts'

/** `GET /v1.0/orgUnits`: the tree everything else hangs on. Kept by the directory, so there are no writes. */
export const orgUnitRoutes = collection(orgUnits)
