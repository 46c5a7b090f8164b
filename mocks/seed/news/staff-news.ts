import type { Days, NewsPlan } from './news-plan.ts'

export const staffNews = (_days: Days): NewsPlan[] => []
