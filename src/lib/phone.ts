/** Norwegian mobile numbers, in groups of three, two and three. */
const mobile = /^([49]\d{2})(\d{2})(\d{3})$/
/** All other Norwegian numbers, in pairs. */
const pairs = /^(\d{2})(\d{2})(\d{2})(\d{2})$/

/** A phone number as people write it: «400 00 142», «60 12 34 56». One from abroad is left as it is. */
export function formatPhone(number: string): string {
  const digits = number.replaceAll(/\s/g, '').replace(/^(\+|00)47(?=\d{8}$)/, '')
  return mobile.exec(digits)?.slice(1).join(' ') ?? pairs.exec(digits)?.slice(1).join(' ') ?? number
}

/** The address that makes a phone call the number. */
export const phoneAddress = (number: string): string => `tel:${number.replaceAll(/[^\d+]/g, '')}`

/** The number to call somebody at: the mobile one, which is where the person is. Undefined when none is known. */
export const numberToCall = (person: {
  mobilePhone: string | null
  businessPhones: readonly string[]
}): string | undefined => person.mobilePhone ?? person.businessPhones[0]
