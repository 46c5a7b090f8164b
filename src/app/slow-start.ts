import { getLocale } from '../lib/locale.ts'
import { m } from '../messages/messages.js'
import styles from './slow-start.module.css'

/** Milliseconds before it is said that starting takes long: a slow phone on a slow line needs some five seconds. */
const patience = 10_000

/**
 * Says so when Tunet takes long to start, whatever it is that is being waited for, and offers to try again. Needs nothing
 * that may itself be missing, such as the app's own code. What is said goes away when the first page comes.
 */
export function watchStart(root: HTMLElement): void {
  setTimeout(() => {
    if (!isStarting(root)) return
    const notice = createNotice()
    document.body.prepend(notice)
    const observer = new MutationObserver(() => {
      if (isStarting(root)) return
      observer.disconnect()
      notice.remove()
    })
    observer.observe(root, { childList: true, subtree: true })
  }, patience)
}

/** Nothing is drawn, or only the shape of what is to come: starting-page.tsx. */
const isStarting = (root: HTMLElement) =>
  root.childElementCount === 0 || root.querySelector('[data-starting]') !== null

function createNotice(): HTMLElement {
  const inLanguage = { locale: getLocale() }
  const notice = element('div', `ds-alert ${styles.notice}`)
  notice.dataset.color = 'warning'
  notice.setAttribute('role', 'alert')
  const again = element('button', 'ds-button', m.app_tryAgain({}, inLanguage))
  again.dataset.variant = 'secondary'
  again.addEventListener('click', () => location.reload())
  notice.append(
    element('strong', '', m.app_slowStartTitle({}, inLanguage)),
    element('p', '', m.app_slowStartText({}, inLanguage)),
    again,
  )
  return notice
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}
