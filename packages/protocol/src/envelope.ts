import type { EnvelopeMessage } from './gen/messages.ts'

/** The kinds of message an envelope can carry: `'partyCreate'`, `'partyData'`, … */
export type EnvelopeCase = EnvelopeMessage['case']

/** The message that an envelope of this kind carries: `MessageOf<'partyCreate'>` is `PartyCreate`. */
export type MessageOf<C extends EnvelopeCase> = Extract<EnvelopeMessage, { case: C }>['value']
