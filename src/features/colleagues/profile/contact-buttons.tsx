import { Chat2Icon, EnvelopeClosedIcon, PhoneIcon } from '@navikt/aksel-icons'
import { Link } from 'react-router'
import type { UserProfile } from '#api/users/contract.ts'
import { formatPhone, numberToCall, phoneAddress } from '../../../lib/phone.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import styles from './profile.module.css'

/** Opens a conversation in Microsoft Teams with one person. */
const teamsAddress = (userPrincipalName: string) =>
  `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(userPrincipalName)}`

/** The ways to reach somebody: those that are known. */
export function ContactButtons({ person }: { person: UserProfile }) {
  const number = numberToCall(person)
  return (
    <div className={styles.contact}>
      {number !== undefined && (
        <a href={phoneAddress(number)} className="ds-button" data-variant="secondary">
          <PhoneIcon aria-hidden fontSize="1.25rem" />
          {m.profile_call({ number: formatPhone(number) })}
        </a>
      )}
      {person.permissions.canLeaveCallBackMessage && (
        <Link to={paths.newCallBack({ to: person.id })} className="ds-button" data-variant="secondary">
          {m.profile_askToBeCalled()}
        </Link>
      )}
      {person.mail !== null && (
        <>
          <a href={`mailto:${person.mail}`} className="ds-button" data-variant="secondary">
            <EnvelopeClosedIcon aria-hidden fontSize="1.25rem" />
            {m.profile_sendMail()}
          </a>
          <a
            href={teamsAddress(person.userPrincipalName)}
            target="_blank"
            rel="noreferrer"
            className="ds-button"
            data-variant="secondary"
            aria-label={m.profile_teamsLabel()}
          >
            <Chat2Icon aria-hidden fontSize="1.25rem" />
            {m.profile_teams()}
          </a>
        </>
      )}
    </div>
  )
}
