/** Solves a square system by elimination with pivots; null when it has no single solution. Leaves its input as it is. */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (let column = 0; column < size; column++) {
    const pivot = strongestRow(rows, column);
    const strongest = rows[pivot];
    const current = rows[column];
    if (strongest === undefined || current === undefined || Math.abs(strongest[column] ?? 0) < 1e-12) return null;
    rows[pivot] = current;
    rows[column] = strongest;
    for (const [index, row] of rows.entries()) if (index !== column) eliminate(row, strongest, column);
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

function strongestRow(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let index = column; index < rows.length; index++) {
    if (Math.abs(rows[index]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = index;
  }
  return best;
}

function eliminate(row: number[], pivot: readonly number[], column: number): void {
  const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
  for (let i = column; i < row.length; i++) row[i] = (row[i] ?? 0) - factor * (pivot[i] ?? 0);
}
