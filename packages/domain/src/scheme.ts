/** 险种. The six schemes of the agency. */
export const schemes = [
  'urban-employee',
  'rural-to-urban',
  'resident',
  'other-pension',
  'work-injury',
  'work-death-dependant',
] as const;
export type Scheme = (typeof schemes)[number];
