export { buildBuiltinPack, ensureBuiltinPack } from './builtin-pack.ts';
export { choosePack, listPacks } from './choose-pack.ts';
export { installStandardPack } from './standard-pack.ts';
export { loadPack, toEmbedderId } from './load-pack.ts';
export type { LoadedModel, LoadedPack } from './load-pack.ts';
export { PackError } from './pack-error.ts';
export type { PackErrorCode } from './pack-error.ts';
export { checkSelfTest, selfTestInput } from './self-test.ts';
