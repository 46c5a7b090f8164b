import type { HiddenReason, NewsPostReach } from '#api/news-insight/contract.ts'
import type { Bar, HiddenBar } from '../../../components/chart/chart-data.ts'
import { formatNumber } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'

/** «142 av 255 har lest. 61 på telefon. 255 e-poster spart.» */
export function reachSummary(reach: NewsPostReach): string {
  const { readCount, recipientCount, confirmedCount, emailsSpared, devices } = reach
  const total = formatNumber(recipientCount)
  const onPhone = devices.find(({ device }) => device === 'phone')?.readCount ?? 0
  return [
    readCount === null
      ? m.newsInsight_summaryFew({ total })
      : m.newsInsight_summaryRead({ count: formatNumber(readCount), total }),
    onPhone > 0 && m.newsInsight_summaryPhone({ count: formatNumber(onPhone) }),
    confirmedCount !== null && m.newsInsight_summaryConfirmed({ count: formatNumber(confirmedCount) }),
    m.newsInsight_summarySpared({ count: formatNumber(emailsSpared) }),
  ]
    .filter(Boolean)
    .join(' ')
}

const hiddenTexts: Record<HiddenReason, () => string> = {
  fewPeople: m.newsInsight_hiddenFewPeople,
  fewReaders: m.newsInsight_hiddenFewReaders,
  others: m.newsInsight_hiddenOthers,
}

/** Units as bars: the share of each that has read, or why it is not told. */
export const unitBars = ({ units }: NewsPostReach): (Bar | HiddenBar)[] =>
  units.map(({ displayName, recipientCount, readCount, hiddenBecause }) => {
    const label = displayName || m.newsInsight_otherUnits()
    // Of a group that is too small not even the size is told.
    const note =
      hiddenBecause === 'fewPeople'
        ? m.newsInsight_peopleFew()
        : m.newsInsight_people({ count: formatNumber(recipientCount) })
    if (readCount === null) return { label, note, hiddenReason: hiddenTexts[hiddenBecause ?? 'others']() }
    return { label, note, value: recipientCount === 0 ? 0 : readCount / recipientCount }
  })

const channelNames = {
  portal: m.newsInsight_channelPortal,
  email: m.newsInsight_channelEmail,
  teams: m.newsInsight_channelTeams,
  qr: m.newsInsight_channelQr,
}
const deviceNames = { phone: m.newsInsight_devicePhone, computer: m.newsInsight_deviceComputer }

/** Readers by the channel they came by first. */
export const channelBars = ({ channels }: NewsPostReach): (Bar | HiddenBar)[] =>
  channels.map(({ channel, readCount }) => countBar(channelNames[channel](), readCount))

/** Readers by what they read on first. */
export const deviceBars = ({ devices }: NewsPostReach): (Bar | HiddenBar)[] =>
  devices.map(({ device, readCount }) => countBar(deviceNames[device](), readCount))

const countBar = (label: string, count: number | null): Bar | HiddenBar =>
  count === null ? { label, hiddenReason: m.newsInsight_hiddenCount() } : { label, value: count }
