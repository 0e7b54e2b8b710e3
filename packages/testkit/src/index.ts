export * from './face-models.ts';
export * from './people.ts';
export * from './plan-session.ts';
export * from './render-session.ts';
export * from './seeded-random.ts';
export * from './attacks.ts';
export * from './browser-camera.ts';
export * from './make-observation.ts';
