import { join } from 'node:path'
import type { Outlets } from '#api/outgoing/outlets.ts'
import type { Config } from './config.ts'
import { type MailOutlet, openOutbox, openSmtp } from './mail.ts'
import { openTeams } from './teams.ts'

/** The ways out of the house, and a line to the operator about where e-mail goes. */
export interface OpenOutlets {
  outlets: Outlets
  /** Where e-mails go, as a sentence. */
  mailGoes: string
  close: () => Promise<void>
}

/**
 * Opens what the settings name. Without a mail server, e-mails are files beside our own database; over a database of
 * others there may be many processes and no folder they share, so then they are not made.
 */
export function openOutlets(config: Config): OpenOutlets {
  const { mail, sentBy } = openMail(config)
  const { teamsWebhookUrl } = config
  return {
    outlets: {
      ...(mail && { email: mail.send }),
      ...(teamsWebhookUrl && { teams: openTeams(teamsWebhookUrl) }),
    },
    mailGoes: sentBy,
    close: async () => mail?.close(),
  }
}

function openMail({ smtpUrl, mailFrom, dataDir, databaseUrl, publicUrl }: Config): {
  mail: MailOutlet | undefined
  sentBy: string
} {
  const host = new URL(publicUrl).hostname
  const sender = { from: mailFrom ?? `Tunet <tunet@${host}>`, host }
  if (smtpUrl)
    return { mail: openSmtp(smtpUrl, sender), sentBy: `E-mail is sent through ${new URL(smtpUrl).host}.` }
  if (databaseUrl) return { mail: undefined, sentBy: 'No e-mail is sent: set SMTP_URL and MAIL_FROM.' }
  const folder = join(dataDir, 'outbox')
  return { mail: openOutbox(folder, sender), sentBy: `E-mail is not sent, but kept in ${folder}.` }
}
