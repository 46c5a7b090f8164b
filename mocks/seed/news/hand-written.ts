import { archiveNews } from './archive-news.ts'
import { askingNews } from './asking-news.ts'
import { bicycleNews } from './bicycle-news.ts'
import { careNews } from './care-news.ts'
import { commonNews } from './common-news.ts'
import { cultureAndTechnicalNews } from './culture-and-technical-news.ts'
import type { Days, NewsPlan } from './news-plan.ts'
import { reviewNews } from './review-news.ts'
import { schoolNews } from './school-news.ts'
import { staffNews } from './staff-news.ts'

/** The posts of the demo, newest and oldest mixed. */
export const handWritten = (days: Days): NewsPlan[] => [
  ...commonNews(days),
  bicycleNews(),
  ...careNews(days),
  ...schoolNews(days),
  ...cultureAndTechnicalNews(days),
  ...staffNews(days),
  ...askingNews(days),
  ...reviewNews(days),
  ...archiveNews(),
]
