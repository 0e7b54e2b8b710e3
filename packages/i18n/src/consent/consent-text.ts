/** Questions a person asks before agreeing, each with its answer. A text once in force never changes: it gets a new version. */
export type ConsentText = {
  readonly lead: string;
  readonly points: readonly { readonly question: string; readonly answer: string }[];
};

export type ConsentVersion = '2026-1';
export type ConsentTexts = Readonly<Record<ConsentVersion, ConsentText>>;
