import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** A file of the repository. */
export interface SourceFile {
  path: string
  text: string
}

/** Every file the repository holds or is about to hold: what git ignores is left out. */
export function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    encoding: 'utf8',
  })
  return listed.split('\0').filter((path) => path !== '' && existsSync(path))
}

/** The TypeScript of the app, its API, mounts and tests. */
export function sourceFiles(): SourceFile[] {
  return repositoryFiles()
    .filter((path) => /^(src|api|mocks|server|tests)\/.*\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** What a file imports, statically or not: paths in the repository, or names of packages. */
export function importsOf({ path, text }: SourceFile): string[] {
  const specifiers = text.matchAll(
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/gm,
  )
  return [...specifiers].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? match[4] ?? ''
    if (specifier.startsWith('#')) return specifier.slice(1)
    return specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : specifier
  })
}
