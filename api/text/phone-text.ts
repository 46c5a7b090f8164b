/**
 * What of a phone number the guard of identity numbers is to look through. A number that says which country it is in
 * has as many digits as an identity number without being one, and is left out.
 */
export const guardedPhone = (phone: string): string => (/^\s*(\+|00)/.test(phone) ? '' : phone)

/** Whether it can be rung: digits, and what people put between them. */
export const isPhoneNumber = (phone: string): boolean =>
  /^\+?[\d ().-]+$/.test(phone.trim()) && phone.replaceAll(/\D/g, '').length >= 3
