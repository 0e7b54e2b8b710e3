import { v7 } from 'uuid';

/** Makes ids. UUIDv7, so that keys grow with time and indexes stay compact. */
export interface Ids {
  uuid(): string;
}

export function createIds(): Ids {
  return { uuid: () => v7() };
}
