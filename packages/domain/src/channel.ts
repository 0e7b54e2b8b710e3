/** 认证渠道. The way that evidence arrives. */
export const channels = [
  'remote-face',
  'assisted-face',
  'counter-enrolment',
  'counter-document',
  'street-office',
  'bank',
  'partner',
  'trustee',
  'unit-list',
  'written-certificate',
  'trusted-identity',
  'data-match',
  'home-visit',
  'review',
] as const;
export type Channel = (typeof channels)[number];

/** What a person may be led to when there is no face, or the face was not recognised. */
export const ways = [
  'remote-face',
  'counter',
  'street-office',
  'bank',
  'home-visit',
  'call',
  'trustee',
  'unit',
  'abroad',
] as const;
export type Way = (typeof ways)[number];
