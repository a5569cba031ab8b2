/** Unsigned 32-bit numbers in one typed array that grows: four bytes each and no object a number. */
export class GrowingInts {
  values: Uint32Array;
  length = 0;

  constructor(capacity = 4) {
    this.values = new Uint32Array(capacity);
  }

  push(value: number): void {
    this.set(this.length, value);
  }

  /** Writes at any place; places in between hold 0. */
  set(place: number, value: number): void {
    if (place >= this.values.length) this.grow(place + 1);
    this.values[place] = value;
    if (place >= this.length) this.length = place + 1;
  }

  /** 0 beyond the end. */
  get(place: number): number {
    return this.values[place] ?? 0;
  }

  add(place: number, amount: number): void {
    this.set(place, this.get(place) + amount);
  }

  private grow(needed: number): void {
    const grown = new Uint32Array(Math.max(needed, Math.ceil(this.values.length * 1.5) + 4));
    grown.set(this.values);
    this.values = grown;
  }
}
