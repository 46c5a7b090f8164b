import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** Short hash of everything the app is built from: it changes exactly when the app does. */
function appVersion() {
  const hash = createHash('sha256')
  for (const path of globSync([
    'src/**/*',
    'api/**/*',
    'messages/**/*',
    '*.html',
    'package-lock.json',
  ]).sort()) {
    if (path.startsWith('src/messages') || !statSync(path).isFile()) continue
    hash.update(path).update(readFileSync(path))
  }
  return hash.digest('hex').slice(0, 12)
}

/** Writes version.json, which open pages ask to see whether a newer build is out, and a .br beside every text file. */
function finishBuild(version: string, compress: boolean): Plugin {
  return {
    name: 'finish-build',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      writeFileSync(join(dir, 'version.json'), JSON.stringify({ version }))
      if (!compress) return
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue
        const content = readFileSync(join(dir, name))
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        }
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, { params }))
      }
    },
  }
}

/**
 * Lets the browser fetch at once what the entry would ask for only when it runs: the app, the sign-in library and the front
 * page. On a slow line each step saved is a round trip.
 */
function preloadFirstPage(): Plugin {
  const isFirstPage = (path: string | null) =>
    path !== null &&
    /\/(src\/app\/start\.tsx|src\/features\/news\/feed\/feed-page\.tsx|msal-browser\/.*)$/.test(path)
  return {
    name: 'preload-first-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {}, path }) => {
        if (path !== '/index.html') return []
        const files = new Set<string>()
        const styles = new Set<string>()
        const visit = (name: string) => {
          const chunk = bundle[name]
          if (chunk?.type !== 'chunk' || files.has(name)) return
          files.add(name)
          chunk.viteMetadata?.importedCss.forEach((file) => styles.add(file))
          chunk.imports.forEach(visit)
        }
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && chunk.isDynamicEntry && isFirstPage(chunk.facadeModuleId))
            visit(chunk.fileName)
        }
        const link = (rel: string) => (file: string) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        })
        const isNew = (file: string) => !html.includes(file)
        return [
          ...[...files].filter(isNew).map(link('modulepreload')),
          ...[...styles].filter(isNew).map(link('stylesheet')),
        ]
      },
    },
  }
}

/** Has the demo's database made before anything asks for it, in a process of its own. */
function demoDatabase(): Plugin {
  return {
    name: 'demo-database',
    configResolved: () => {
      execFileSync(process.execPath, ['mocks/build-demo-database.ts'], { stdio: 'inherit' })
    },
  }
}

/** `--mode mocks` is the app with its whole back end in the browser; without it no mock reaches the build. */
export default defineConfig(({ mode }) => {
  const withMocks = mode === 'mocks'
  const version = appVersion()
  return {
    appType: 'spa',
    plugins: [
      react(),
      paraglideVitePlugin({
        project: './src/project.inlang',
        outdir: './src/messages',
        strategy: ['localStorage', 'baseLocale'],
        outputStructure: 'message-modules',
        emitTsDeclarations: true,
        // Emptying the folder would pull it away from test runs that go on at the same time.
        cleanOutdir: !process.env.VITEST,
      }),
      preloadFirstPage(),
      finishBuild(version, !withMocks),
      withMocks && demoDatabase(),
    ],
    define: { __APP_VERSION__: JSON.stringify(version) },
    server: { strictPort: false },
    // PGlite finds its WebAssembly beside its own module, which pre-bundling would move.
    optimizeDeps: { exclude: ['@electric-sql/pglite'] },
    worker: { format: 'es' },
    build: {
      target: 'es2024',
      outDir: withMocks ? 'mocks/dist' : 'dist',
      // The product's CSP allows neither inline scripts nor data: URLs beyond images.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: true,
      // public/ holds only what the mocks need.
      copyPublicDir: withMocks,
      rolldownOptions: {
        input: ['index.html', 'redirect.html', ...(withMocks ? ['mocks/sign-in.html'] : [])],
        // The package does not say that its modules only define things; without this, one button brings them all.
        treeshake: { moduleSideEffects: [{ test: /designsystemet-react/, sideEffects: false }] },
        // What every page needs is one file instead of twenty: each file is a request of its own.
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'shell',
                // The combobox brings a library of its own, and is only on pages where something is chosen; tiles are of
                // forms.
                test: /\/src\/(lib|ui(?!\/(combobox|chosen-chips|confirm-dialog|undo-notice|tiles))|components\/(viewer|tasks))\/|\/node_modules\/react-router\/|\/api\/(users|organization|news-posts|tasks)\/contract\.ts$/,
              },
            ],
          },
        },
        checks: { pluginTimings: false },
      },
    },
    test: {
      globalSetup: './tests/global-setup.ts',
      setupFiles: './tests/setup.ts',
      env: { TZ: 'Europe/Oslo' },
      // One process per core keeps its databases for all its files; tests/setup.ts clears what they share.
      pool: 'forks',
      maxWorkers: '100%',
      isolate: false,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            environment: 'node',
            include: ['{api,server,mocks,tests}/**/*.test.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            environment: 'jsdom',
            setupFiles: ['./tests/setup.ts', './tests/setup-page.ts'],
            // The first test of a worker also opens the database and loads the app.
            testTimeout: 90_000,
            include: ['src/**/*.test.{ts,tsx}', '{mocks,tests}/**/*.test.tsx'],
          },
        },
      ],
    },
  }
})
