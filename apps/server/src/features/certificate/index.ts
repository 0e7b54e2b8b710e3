/**
 * Certificates: numbered, signed proofs of a certification, with the keys and the list by which anyone verifies them.
 * Called by certification, dossier, verify. State: certificate; signing keys are the platform's.
 */
export { issueFor, type IssueFor } from './issue-for.ts';
export { getCertificateKey, listKeySet, renderJwks } from './signing.ts';
export {
  findCertificateOf,
  findCertificateRow,
  listCertificateRows,
  listRevoked,
  lockCertificateRow,
  markRevoked,
  type CertificateRow,
} from './store.ts';
