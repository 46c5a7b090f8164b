// @vitest-environment node
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'

describeApi('The calendar of a post', (api) => {
  const liv = () => api.as('liv.dahl')
  const kari = () => api.as('kari.nilsen')
  const signUp = { what: 'Meld deg på vaksine', who: 'Alle som møter pasienter', dueDate: '2025-03-20' }

  async function eventOf(response: Response) {
    expect(response.status).toBe(200)
    const event = new ICAL.Component(ICAL.parse(await response.text())).getFirstSubcomponent('vevent')
    if (event === null) throw new Error('There is no event.')
    return event
  }

  test('N23: the last day of what a post asks for comes as a file for the calendar', async () => {
    const { id } = await aPost(liv(), { title: 'Influensavaksine', lead: 'Gratis.', actionRequired: signUp })
    const response = await kari().get(`/v1.0/newsPosts/${id}/calendar`)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="frist.ics"')
    const event = await eventOf(response)
    expect(String(event.getFirstPropertyValue('dtstart'))).toBe('2025-03-20')
    expect(event.getFirstPropertyValue('summary')).toBe('Meld deg på vaksine')
    expect(event.getFirstPropertyValue('description')).toBe('Influensavaksine\n\nGratis.')
    expect(event.getFirstPropertyValue('url')).toMatch(new RegExp(`^https?://.+/news/${id}$`))
    expect(event.getAllSubcomponents('valarm')).toHaveLength(1)
  })

  test('a must-read has the day to confirm by, in the words of the reader', async () => {
    const { id } = await aPost(liv(), { title: 'Ny rutine', importance: 'mustRead', confirmBy: '2025-03-19' })
    await api.db
      .updateTable('user')
      .set({ preferred_language: 'nn' })
      .where('mail', 'like', 'kari.nilsen%')
      .execute()
    const event = await eventOf(await kari().get(`/v1.0/newsPosts/${id}/calendar`))
    expect(String(event.getFirstPropertyValue('dtstart'))).toBe('2025-03-19')
    expect(event.getFirstPropertyValue('summary')).toBe('Les og stadfest: Ny rutine')
  })

  test('a post without a day has no calendar, and one for others does not exist', async () => {
    const { id } = await aPost(liv(), { title: 'Kantina' })
    expect((await kari().get(`/v1.0/newsPosts/${id}/calendar`)).status).toBe(404)
    const unit = await demoUnitId(api.db, 'Bjørkåsen skole')
    const school = await aPost(liv(), {
      actionRequired: signUp,
      audience: { everyone: false, orgUnitIds: [unit], roles: [] },
    })
    expect((await kari().get(`/v1.0/newsPosts/${school.id}/calendar`)).status).toBe(404)
    expect((await kari().get(`/v1.0/newsPosts/${school.id}/calendar?$select=id`)).status).toBe(400)
  })
})
