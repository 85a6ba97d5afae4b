import { create, createFileRegistry, type FileRegistry, type MessageInitShape } from '@bufbuild/protobuf'
import {
  type DescriptorProtoSchema,
  type FieldDescriptorProtoSchema,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
  file_google_protobuf_descriptor,
  file_google_protobuf_wrappers,
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
} from '@bufbuild/protobuf/wkt'

export { Label, Type }

/** A field, as a compiled `.proto` file has it. */
export type FieldInit = MessageInitShape<typeof FieldDescriptorProtoSchema>

/** A message, as a compiled `.proto` file has it. */
export type MessageInit = MessageInitShape<typeof DescriptorProtoSchema>

type FieldOptions = Partial<
  Record<'number' | 'oneofIndex', number> & Record<'typeName' | 'extendee', string>
> & { label?: Label }

/** A field with this type and without anything else. */
export function field(name: string, type: Type, more: FieldOptions = {}): FieldInit {
  return { name, number: 1, type, label: Label.OPTIONAL, ...more }
}

/** A contract of these messages alone, in `contract.proto`. */
export function registryOf(...messages: readonly MessageInit[]): FileRegistry {
  const options = create(FileDescriptorProtoSchema, {
    name: 'options.proto',
    package: 'party',
    syntax: 'proto3',
    dependency: [file_google_protobuf_descriptor.proto.name],
    extension: [
      field('event', Type.STRING, { number: 50801, extendee: '.google.protobuf.FieldOptions' }),
      field('http', Type.STRING, { number: 50802, extendee: '.google.protobuf.MethodOptions' }),
    ],
  })
  const contract = create(FileDescriptorProtoSchema, {
    name: 'contract.proto',
    package: 'party',
    syntax: 'proto3',
    dependency: [file_google_protobuf_wrappers.proto.name],
    messageType: [...messages],
  })
  const wellKnown = [file_google_protobuf_descriptor.proto, file_google_protobuf_wrappers.proto]
  return createFileRegistry(create(FileDescriptorSetSchema, { file: [...wellKnown, options, contract] }))
}
