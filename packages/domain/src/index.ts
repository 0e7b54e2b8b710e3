export * from './channel.ts';
export * from './ids.ts';
export * from './locale.ts';
export * from './result.ts';
export * from './scheme.ts';
export * from './person/document-kind.ts';
export * from './staff/permission.ts';
