import type { Days, NewsPlan } from './news-plan.ts'

export const commonNews = (_days: Days): NewsPlan[] => []
