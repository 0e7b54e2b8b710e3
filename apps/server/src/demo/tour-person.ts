/** Kept free for whoever takes the tour: certified at a counter last year, due soon, no face recorded. */
export const tourPerson = { serial: 0, name: '王秀英', sex: 'female', birthOn: '1958-03-12' } as const;
