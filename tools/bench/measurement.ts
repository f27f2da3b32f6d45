export const PRODUCT = "/us/products/bamboo-crook-umbrella";
export const PAGES = ["/us", "/us/store", PRODUCT];

export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
