/** Four houses round a square yard, seen from above, and the dot where everybody meets. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <g fill="var(--ds-color-accent-base-default)">
        <rect x="3" y="3" width="15" height="7" rx="1" />
        <rect x="22" y="3" width="7" height="15" rx="1" />
        <rect x="14" y="22" width="15" height="7" rx="1" />
        <rect x="3" y="14" width="7" height="15" rx="1" />
      </g>
      <circle cx="16" cy="16" r="3.4" fill="var(--tunet-light)" />
    </svg>
  )
}
