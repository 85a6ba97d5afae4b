import { defineConfig } from 'vitepress'
import { luaRegions } from './lua-regions.ts'
import { apiSidebar, guideSidebar, protocolSidebar } from './sidebar.ts'

export default defineConfig({
  title: 'Party',
  description:
    'Parties for games: a typed SDK, a server to test against, and the proof that both speak Nakama.',
  lang: 'en',
  srcExclude: ['demo/**', 'test/**', 'examples/**', 'snippets/**', 'api/**/_media/**'],
  rewrites: { 'decisions/README.md': 'decisions/index.md' },
  cacheDir: '../.cache/vitepress',
  ignoreDeadLinks: false,
  lastUpdated: false,
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: '/crown.svg' }],
    ['meta', { name: 'theme-color', content: '#5b4bdb' }],
  ],
  markdown: {
    headers: { level: [2, 3] },
    config: luaRegions,
    // Both palettes keep 4.5 to 1 between every word and the ground it stands on.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  themeConfig: {
    logo: '/crown.svg',
    outline: { level: [2, 3] },
    search: { provider: 'local' },
    nav: [
      { text: 'Guide', link: '/guide/what-is-a-party', activeMatch: '^/guide/' },
      { text: 'Testing', link: '/testing/', activeMatch: '^/testing/' },
      { text: 'Playground', link: '/playground' },
      { text: 'API', link: '/api/', activeMatch: '^/api/' },
      { text: 'Protocol', link: '/protocol/', activeMatch: '^/protocol/' },
    ],
    sidebar: {
      '/guide/': guideSidebar,
      '/testing/': guideSidebar,
      '/decisions/': guideSidebar,
      '/protocol/': protocolSidebar,
      '/api/': apiSidebar(),
    },
    docFooter: { prev: 'Before', next: 'Next' },
    footer: { message: 'Apache-2.0' },
  },
  vite: {
    // The workspace's packages are sources: nothing to bundle beforehand.
    optimizeDeps: { exclude: ['@party/client', '@party/server', '@party/protocol', '@party/testing'] },
    build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
  },
})
