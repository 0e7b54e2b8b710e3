import { signal } from '@preact/signals';

/** What the screen in front says, in the order in which it is read aloud. */
export const spoken = signal<readonly string[]>([]);
