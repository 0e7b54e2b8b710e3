/**
 * Whom an account may act for: itself, or people whose helper holds the telephone.
 * Called by account, attempt, ways, dossier, and by the platform for access. State: account_link.
 */
export {
  findAccountPhone,
  findLink,
  findSelfLink,
  insertLink,
  listLinks,
  listLinksOfPerson,
  type AccountLink,
} from './store.ts';
