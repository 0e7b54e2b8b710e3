/** Where a person lives, as far as the rules ask. */
export const residences = ['local', 'province', 'elsewhere', 'hong-kong', 'macau', 'taiwan', 'abroad'] as const;
export type Residence = (typeof residences)[number];
