/** Kinds of identity document, spec rules §4. */
export const documentKinds = [
  'resident-id',
  'hmt-residence-permit',
  'social-security-card',
  'hk-macau-travel-permit',
  'taiwan-travel-permit',
  'passport-cn',
  'passport-foreign',
  'permanent-residence-permit',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
