import type { Outlet } from '@anzai/contract';
import type { Deps } from '../platform/deps.ts';
import { insertAgency, insertOutlets, type Words } from '../features/agency/index.ts';

function words(text: string): Words {
  return { 'zh-CN': text, 'zh-HK': text, en: text };
}

export type SeededAgency = { readonly hallId: string; readonly streetId: string; readonly phone: string };

/** An agency with a hall and a street office, deciding by the pack named. */
export async function seedAgency(deps: Deps, policyId = 'guangdong-2023'): Promise<SeededAgency> {
  const createdAt = deps.clock.now();
  const phone = '020-00012333';
  await insertAgency(deps.db, {
    id: deps.ids.uuid(),
    name: words('试验社保局'),
    address: words('试验路1号'),
    hours: words('周一至周五'),
    phone,
    policyId,
    demonstration: false,
    createdAt,
  });
  const outlet = (kind: Outlet['kind'], sortOrder: number, services: Outlet['services']) => ({
    id: deps.ids.uuid(),
    kind,
    name: words(`${kind} ${sortOrder}`),
    address: words('试验路2号'),
    district: words('越秀'),
    phone,
    hours: words('9:00–17:00'),
    services,
    sortOrder,
    createdAt,
  });
  const hall = outlet('agency-hall', 1, ['enrolment', 'assisted-face', 'counter-document']);
  const street = outlet('street-office', 2, ['counter-document']);
  await insertOutlets(deps.db, [hall, street]);
  return { hallId: hall.id, streetId: street.id, phone };
}
