import type { ReactionTarget } from '../reactions/target.ts'
import { canReactToNewsPost } from './policy.ts'
import { newsPosts } from './resource.ts'
import { findFacts } from './store.ts'

/** Reactions to news (features.md N11). */
export const newsPostReactions: ReactionTarget = {
  type: 'newsPost',
  name: newsPosts.name,
  async findCanReact(db, viewer, id) {
    const post = await findFacts(db, viewer, id)
    return post && canReactToNewsPost(viewer, post)
  },
}
