/** Advice that a person can follow; each has a text and a picture. */
export const tips = [
  'more-light',
  'light-from-front',
  'less-sun',
  'come-nearer',
  'go-back',
  'face-in-middle',
  'only-you',
  'hold-still',
  'turn-further',
  'turn-slower',
  'open-eyes',
  'take-off-mask',
  'wipe-lens',
  'brighter-screen',
] as const;
export type Tip = (typeof tips)[number];
