/**
 * What Chrome 87 and Safari 14 lack of the language's library and our dependencies use. Import it first. Nothing is replaced
 * where the browser has its own.
 */
function at<Item>(this: ArrayLike<Item>, index: number): Item | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function fill(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

export function fillOldBrowsers(): void {
  fill(Array.prototype, 'at', at);
  fill(Object.getPrototypeOf(Uint8Array.prototype) as object, 'at', at);
  fill(Object, 'hasOwn', (target: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(target, name));
}

fillOldBrowsers();
