import type { Days, NewsPlan } from './news-plan.ts'

export const schoolNews = (_days: Days): NewsPlan[] => []
