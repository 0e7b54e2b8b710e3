/** What a sheet says of the agency, in the sheet's language. */
export type AgencyContact = {
  readonly name: string;
  readonly address: string;
  readonly hours: string;
  readonly phone: string;
};
