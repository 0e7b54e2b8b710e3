/** Everything the console calls, by noun. */
export * from './cases.ts';
export * from './certificate.ts';
export * from './counter.ts';
export * from './office.ts';
export * from './people.ts';
