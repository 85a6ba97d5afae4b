import type { DescMessage, DescMethod, FileRegistry } from '@bufbuild/protobuf'
import { hasOption } from '@bufbuild/protobuf'
import type { Contract } from '../model.ts'
import { readEnum, readMessage } from './messages.ts'
import { envelopeMembers, extension, readEvents, readHttp, readOperation } from './services.ts'

/** What the `.proto` files say; everything of a contract but its errors. */
export type ProtoContract = Omit<Contract, 'errors'>

/**
 * Reads the contract out of compiled `.proto` files.
 *
 * @param registry all files, with their source info
 * @param fileNames the files to generate for
 * @throws Error for a construct that no target can express
 */
export function readProto(registry: FileRegistry, fileNames: readonly string[]): ProtoContract {
  const descs: DescMessage[] = []
  const methods: DescMethod[] = []
  // In an order of their own, because that of a request depends on who makes it.
  for (const fileName of [...fileNames].sort()) {
    const file = registry.getFile(fileName)
    if (file === undefined) throw new Error(`${fileName} is not in the request`)
    // A file of options describes the contract; it is not part of it.
    if (file.extensions.length > 0) continue
    descs.push(...file.messages)
    methods.push(...file.services.flatMap((service) => service.methods))
  }
  const http = methods.filter((method) => hasOption(method, extension(registry, 'http')))
  const members = envelopeMembers(descs)
  return {
    messages: descs.map(readMessage),
    enums: descs.flatMap((desc) => desc.nestedEnums.map((nested) => readEnum(desc, nested))),
    operations: methods
      .filter((method) => !http.includes(method))
      .map((method) => readOperation(method, members)),
    httpOperations: http.map((method) => readHttp(method, registry)),
    events: readEvents(descs, registry),
  }
}
