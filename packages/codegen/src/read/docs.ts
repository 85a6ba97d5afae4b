import { getComments } from '@bufbuild/protoplugin'

/** The comment above an element, without the space that follows each comment sign. */
export function docsOf(desc: Parameters<typeof getComments>[0]): string {
  return (getComments(desc).leading ?? '').replace(/^ /gm, '').trim()
}
