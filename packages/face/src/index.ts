export * from './api.ts';
export * from './manifest.ts';
