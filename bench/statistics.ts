// The few figures that many samples are told by.

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function p95(values: readonly number[]): number {
  return quantile(values, 0.95);
}

/** Between two samples the value lies on the line between them. NaN where there is none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return low + (high - low) * (at - Math.floor(at));
}

/** The k of "time grows with size to the power of k": the slope of the line through the logarithms. */
export function growthExponent(points: readonly { readonly size: number; readonly value: number }[]): number {
  const logs = points.map(({ size, value }) => ({ x: Math.log(size), y: Math.log(value) }));
  const [meanX, meanY] = [mean(logs.map(({ x }) => x)), mean(logs.map(({ y }) => y))];
  const above = sum(logs.map(({ x, y }) => (x - meanX) * (y - meanY)));
  return above / sum(logs.map(({ x }) => (x - meanX) ** 2));
}

/** The straight line through points, by least squares: what work costs at the start, and for each more. */
export function straightLine(points: readonly { readonly size: number; readonly value: number }[]): {
  readonly start: number;
  readonly each: number;
} {
  const [meanX, meanY] = [mean(points.map(({ size }) => size)), mean(points.map(({ value }) => value))];
  const above = sum(points.map(({ size, value }) => (size - meanX) * (value - meanY)));
  const each = above / sum(points.map(({ size }) => (size - meanX) ** 2));
  return { start: meanY - each * meanX, each };
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
