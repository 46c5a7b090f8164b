import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How Playwright starts the browser; an empty object means the one Playwright has installed itself. */
interface BrowserLaunch {
  executablePath?: string
  args?: string[]
  env?: Record<string, string>
}

const packageFolder = 'node_modules/@sparticuz/chromium'

/**
 * The Chromium that comes with `npm ci`, so that no other download is needed; it is made for Linux alone. Unpacked once, to
 * a folder of its own per version.
 */
export async function findChromium(): Promise<BrowserLaunch> {
  if (process.platform !== 'linux') return {}
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string // as every package.json has it
  }
  const folder = join(process.cwd(), '.cache', `chromium-${version}`)
  if (!existsSync(folder)) await unpack(folder)
  const fonts = join(folder, 'fonts.conf')
  await writeFile(fonts, fontsConfig(folder))
  return {
    executablePath: join(folder, 'chromium'),
    // Its sandbox needs rights that containers and the root user do not have; it opens nothing but our own pages.
    args: ['--no-sandbox'],
    env: {
      ...environment(),
      // Libraries that bare machines lack came with it. They are for the browser alone.
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? ''].join(':'),
      FONTCONFIG_FILE: fonts,
    },
  }
}

/**
 * Where the browser finds a font before ours has come, and for letters ours lacks. The package's own file names folders of
 * AWS Lambda; without any font nothing at all is drawn, and the browser may end.
 */
const fontsConfig = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`

function environment(): Record<string, string> {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(set)
}

/** The package unpacks to the temporary folder, all of it only where it believes to run on AWS Lambda. */
async function unpack(folder: string): Promise<void> {
  const before = { ...process.env }
  const unfinished = `${folder}.${process.pid}`
  await mkdir(unfinished, { recursive: true })
  process.env.TMPDIR = unfinished
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x'
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    await rename(unfinished, folder)
  } finally {
    process.env = before
    await rm(unfinished, { recursive: true, force: true })
  }
}
