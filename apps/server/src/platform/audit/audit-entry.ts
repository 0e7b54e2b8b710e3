export type AuditActor = { readonly kind: 'account' | 'staff' | 'system'; readonly id: string | null };

/** Facts hold ids, codes, counts and days only: no names, numbers of documents, telephones, scores or free text. */
export type AuditFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Who did what to what. `action` is a dotted past-tense name, e.g. `consent.withdrawn`. */
export type AuditEntry = {
  readonly actor: AuditActor;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly facts?: AuditFacts;
};
