import { afterEach, expect, test, vi } from 'vitest'
import { loadSignInConfig } from './sign-in-config.ts'

const config = {
  mode: 'entra',
  authority: 'https://login.example/tenant/v2.0',
  clientId: 'spa',
  scopes: ['api://tunet/access_as_user'],
  version: 'abc',
}

function writeIntoPage(text: string) {
  const block = document.createElement('script')
  block.type = 'application/json'
  block.id = 'sign-in-config'
  block.textContent = text
  document.head.append(block)
}

afterEach(() => {
  document.querySelector('#sign-in-config')?.remove()
  vi.restoreAllMocks()
})

test('what the server wrote into the page is not asked for again', async () => {
  const requests = vi.spyOn(globalThis, 'fetch')
  writeIntoPage(JSON.stringify(config))
  expect(await loadSignInConfig()).toEqual(config)
  expect(requests).not.toHaveBeenCalled()
})

test('a page as it was built asks the server', async () => {
  const requests = vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(config))
  expect(await loadSignInConfig()).toEqual(config)
  expect(requests).toHaveBeenCalledWith('/config.json', { cache: 'no-store' })
})

test('something else than settings is refused', async () => {
  writeIntoPage('{"mode":"none"}')
  await expect(loadSignInConfig()).rejects.toThrow(/"mode"/)
})
