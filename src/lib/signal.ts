import { useSyncExternalStore } from 'react'

/** One value that outlives components and tells them when it changes. */
export interface Signal<Value> {
  get: () => Value
  set: (value: Value) => void
  /** Returns the function that ends the subscription. */
  subscribe: (listener: () => void) => () => void
}

/** Makes a signal. Setting an equal value tells nobody. */
export function createSignal<Value>(initial: Value): Signal<Value> {
  const listeners = new Set<() => void>()
  let current = initial
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return
      current = value
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The signal's value, kept up to date in a component. */
export const useSignal = <Value>(signal: Signal<Value>): Value =>
  useSyncExternalStore(signal.subscribe, signal.get)
