import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { type Email, Undeliverable } from '#api/outgoing/outlets.ts'

/** Milliseconds: to connect, to be greeted, and of silence in the middle. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
/** Connections to the mail server at once. */
const connections = 4

/** Who e-mails are from. */
export interface Sender {
  /** `Tunet <tunet@kommune.example>` */
  from: string
  /** Host name the messages' ids end in. */
  host: string
}

/** A way out for e-mail. */
export interface MailOutlet {
  send: (email: Email) => Promise<void>
  close: () => void
}

const messageOf = ({ id, to, subject, text, html, headers }: Email, { from, host }: Sender) =>
  ({
    from,
    to: { name: '', address: to },
    messageId: `<${id}@${host}>`,
    subject,
    text,
    html,
    headers: { ...headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  }) satisfies SendMailOptions

/** Hands e-mails to a mail server. @param url `smtp://user:password@host:587`, or `smtps://…` */
export function openSmtp(url: string, sender: Sender): MailOutlet {
  const transport = createTransport({ url, pool: true, maxConnections: connections, ...patience })
  return {
    send: async (email) => {
      try {
        await transport.sendMail(messageOf(email, sender))
      } catch (error) {
        throw isRefused(error) ? new Undeliverable(String(error)) : error
      }
    },
    close: () => transport.close(),
  }
}

/** The server answered for good about this recipient or this message; not about who we are, which can be mended. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { command, responseCode = 0 } = error as { command?: string; responseCode?: number } // what nodemailer adds
  return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')
}

/**
 * Lays e-mails as `.eml` files in a folder that a mail program can open and a mail server can pick up from. The folder
 * is made with the first one.
 */
export function openOutbox(folder: string, sender: Sender): MailOutlet {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    send: async (email) => {
      const { message } = await transport.sendMail(messageOf(email, sender))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Whoever looks into the folder meets whole messages only.
      const draft = join(folder, `.${randomUUID()}`)
      await writeFile(draft, message, { mode: 0o600 })
      await rename(draft, join(folder, `${email.id}.eml`))
    },
    close: () => transport.close(),
  }
}
