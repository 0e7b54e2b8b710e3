export type PackErrorCode =
  | 'pack.absent'
  | 'pack.ambiguous'
  | 'pack.manifest_unreadable'
  | 'pack.manifest_invalid'
  | 'pack.file_missing'
  | 'pack.file_damaged'
  | 'pack.source_missing'
  | 'pack.download_failed'
  | 'pack.download_damaged';

/** A model pack that cannot be used. `message` says what is wrong and what the operator can do about it. */
export class PackError extends Error {
  readonly code: PackErrorCode;
  /** The file or folder that it is about. */
  readonly path: string;

  constructor(
    code: PackErrorCode,
    about: { readonly path: string; readonly message: string; readonly cause?: unknown },
  ) {
    super(about.message, about.cause === undefined ? undefined : { cause: about.cause });
    this.name = 'PackError';
    this.code = code;
    this.path = about.path;
  }
}
