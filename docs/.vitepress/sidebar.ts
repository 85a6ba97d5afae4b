import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'

type Items = DefaultTheme.SidebarItem[]

export const guideSidebar: Items = [
  {
    text: 'Start',
    items: [
      { text: 'What a party is', link: '/guide/what-is-a-party' },
      { text: 'Quick start', link: '/guide/quick-start' },
    ],
  },
  {
    text: 'In an engine',
    items: [
      { text: 'Unity and .NET', link: '/guide/unity' },
      { text: 'Godot 4', link: '/guide/godot' },
      { text: 'Defold', link: '/guide/defold' },
    ],
  },
  {
    text: 'Guide',
    items: [
      { text: 'Create a party', link: '/guide/create' },
      { text: 'Find a party', link: '/guide/find' },
      { text: 'Join and approve', link: '/guide/join' },
      { text: 'Leave, and who leads then', link: '/guide/leave' },
      { text: 'Messages', link: '/guide/messages' },
      { text: 'Hand over the lead', link: '/guide/promote' },
      { text: 'Matchmaking', link: '/guide/matchmaking' },
      { text: 'Update, remove, close', link: '/guide/update-and-close' },
      { text: 'Reconnecting', link: '/guide/reconnecting' },
      { text: 'Errors', link: '/guide/errors' },
      { text: 'Best practices', link: '/guide/best-practices' },
      { text: 'Groups and parties', link: '/guide/groups' },
    ],
  },
  {
    text: 'Test and ship',
    items: [
      { text: 'Testing', link: '/testing/' },
      { text: 'Time, faults, seeing', link: '/testing/control' },
      { text: 'Test runners', link: '/testing/runners' },
      { text: 'The inspector', link: '/testing/inspector' },
      { text: 'Going to production', link: '/guide/production' },
    ],
  },
  { text: 'More', items: [{ text: 'Decisions', link: '/decisions/' }] },
]

export const protocolSidebar: Items = [
  {
    text: 'Protocol',
    items: [
      { text: 'On the wire', link: '/protocol/' },
      { text: 'Who receives what', link: '/protocol/order' },
      { text: 'Write an SDK', link: '/protocol/sdk' },
      { text: 'Who passes what', link: '/protocol/reference/matrix' },
    ],
  },
  {
    text: 'From the contract',
    items: [
      { text: 'Calls and events', link: '/protocol/reference/calls' },
      { text: 'Messages', link: '/protocol/reference/messages' },
      { text: 'Calls over HTTP', link: '/protocol/reference/http' },
      { text: 'Errors', link: '/protocol/reference/errors' },
      { text: 'Limits and closing', link: '/protocol/reference/limits' },
    ],
  },
]

/** What TypeDoc writes of its pages. */
interface NavigationItem {
  readonly title: string
  readonly path?: string
  readonly children?: readonly NavigationItem[]
}

/** The API reference as it has been generated; empty before. */
export function apiSidebar(): Items {
  const file = fileURLToPath(new URL('../api/navigation.json', import.meta.url))
  if (!existsSync(file)) return []
  const items: readonly NavigationItem[] = JSON.parse(readFileSync(file, 'utf8'))
  return [{ text: 'API', link: '/api/' }, ...items.map(moduleItem)]
}

function moduleItem({ title, path = '', children = [] }: NavigationItem): DefaultTheme.SidebarItem {
  const link = linkTo(path)
  return {
    text: title,
    link,
    collapsed: title !== '@party/client',
    // A group is a link too: a mere button with a button in it confuses who listens to the page.
    items: children.map((kind) => ({
      text: kind.title,
      link: `${link}#${kind.title.toLowerCase().replaceAll(' ', '-')}`,
      collapsed: true,
      items: (kind.children ?? []).map((item) => ({ text: item.title, link: linkTo(item.path ?? '') })),
    })),
  }
}

const linkTo = (path: string): string => `/api/${path.replace(/(index)?\.md$/, '')}`
