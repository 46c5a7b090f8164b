import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'

/** The way on when nobody was found. */
export const NoHits = () => (
  <Link to={paths.units()} className="lone-link">
    {m.colleagues_toUnits()}
  </Link>
)
