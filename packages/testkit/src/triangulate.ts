/** Delaunay's triangulation of points in the plane (Bowyer and Watson): three indices a triangle. */
export function triangulate(xs: readonly number[], ys: readonly number[]): Uint16Array {
  const count = xs.length;
  const reach = 20 * Math.max(...xs.map(Math.abs), ...ys.map(Math.abs), 1);
  const px = [...xs, -reach, reach, 0];
  const py = [...ys, -reach, -reach, reach];
  let triangles: Circle[] = [circle([count, count + 1, count + 2], px, py)];
  for (let point = 0; point < count; point++) {
    const x = px[point] ?? 0;
    const y = py[point] ?? 0;
    const hit = triangles.filter((t) => (x - t.x) ** 2 + (y - t.y) ** 2 < t.radius2);
    const edges = outerEdges(hit);
    triangles = triangles.filter((t) => (x - t.x) ** 2 + (y - t.y) ** 2 >= t.radius2);
    for (const [a, b] of edges) triangles.push(circle([a, b, point], px, py));
  }
  return Uint16Array.from(
    triangles.filter((t) => t.corners.every((corner) => corner < count)).flatMap((t) => t.corners),
  );
}

type Corners = [number, number, number];
type Circle = { readonly corners: Corners; readonly x: number; readonly y: number; readonly radius2: number };

function circle(corners: Corners, px: readonly number[], py: readonly number[]): Circle {
  const [a, b, c] = corners;
  const [ax, ay, bx, by, cx, cy] = [px[a], py[a], px[b], py[b], px[c], py[c]].map((value) => value ?? 0) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by)) || 1e-12;
  const a2 = ax * ax + ay * ay;
  const b2 = bx * bx + by * by;
  const c2 = cx * cx + cy * cy;
  const x = (a2 * (by - cy) + b2 * (cy - ay) + c2 * (ay - by)) / d;
  const y = (a2 * (cx - bx) + b2 * (ax - cx) + c2 * (bx - ax)) / d;
  return { corners, x, y, radius2: (ax - x) ** 2 + (ay - y) ** 2 };
}

/** Edges that only one of the triangles has. */
function outerEdges(triangles: readonly Circle[]): [number, number][] {
  const edges = new Map<string, [number, number]>();
  for (const { corners } of triangles) {
    for (let i = 0; i < 3; i++) {
      const a = corners[i] ?? 0;
      const b = corners[(i + 1) % 3] ?? 0;
      const key = a < b ? `${a},${b}` : `${b},${a}`;
      if (edges.has(key)) edges.delete(key);
      else edges.set(key, [a, b]);
    }
  }
  return [...edges.values()];
}
