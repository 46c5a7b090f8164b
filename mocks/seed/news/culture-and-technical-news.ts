import type { Days, NewsPlan } from './news-plan.ts'

export const cultureAndTechnicalNews = (_days: Days): NewsPlan[] => []
