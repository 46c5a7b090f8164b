import { render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import { lazyPart } from './lazy-part.tsx'

const Greeting = ({ name }: { name: string }) => <p>God dag, {name}</p>

test('a part that cannot be fetched is left out, and what is beside it stands', async () => {
  const Here = lazyPart<{ name: string }>(() => Promise.resolve(Greeting))
  const Gone = lazyPart<{ name: string }>(() => Promise.reject(new TypeError('Failed to fetch')))
  render(
    <Suspense fallback="Laster">
      <Here name="Kari" />
      <Gone name="Ola" />
    </Suspense>,
  )
  expect(await screen.findByText('God dag, Kari')).toBeTruthy()
  expect(document.body.textContent).toBe('God dag, Kari')
})
