import { Button } from '@digdir/designsystemet-react'
import { m } from '../../messages/messages.js'

interface MoreButtonProps {
  /** The list, as far as it is fetched. */
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
}

/** Fetches more of a list, when there is more. */
export function MoreButton({ query }: MoreButtonProps) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  if (!hasNextPage) return null
  return (
    <Button
      variant="secondary"
      aria-busy={isFetchingNextPage}
      onClick={() => (isFetchingNextPage ? undefined : void fetchNextPage())}
    >
      {m.tasks_more()}
    </Button>
  )
}
