import type { Outlet } from '@anzai/contract';
import type { Words } from '../features/agency/index.ts';
import { toFictitiousLine } from './fictitious-numbers.ts';

function words(simplified: string, traditional: string, english: string): Words {
  return { 'zh-CN': simplified, 'zh-HK': traditional, en: english };
}

const halls = ['enrolment', 'assisted-face', 'counter-document'] as const;
const others = ['assisted-face', 'counter-document'] as const;

const hours = {
  hall: words(
    '周一至周五 9:00–12:00，13:00–17:00',
    '週一至週五 9:00–12:00，13:00–17:00',
    'Monday to Friday 9:00–12:00, 13:00–17:00',
  ),
  street: words(
    '周一至周五 9:00–12:00，14:00–17:30',
    '週一至週五 9:00–12:00，14:00–17:30',
    'Monday to Friday 9:00–12:00, 14:00–17:30',
  ),
  bank: words('周一至周日 9:00–17:00', '週一至週日 9:00–17:00', 'Every day 9:00–17:00'),
};

const districts = {
  yuexiu: words('越秀区', '越秀區', 'Yuexiu'),
  haizhu: words('海珠区', '海珠區', 'Haizhu'),
  tianhe: words('天河区', '天河區', 'Tianhe'),
  baiyun: words('白云区', '白雲區', 'Baiyun'),
  panyu: words('番禺区', '番禺區', 'Panyu'),
  liwan: words('荔湾区', '荔灣區', 'Liwan'),
};

/** A body that does not exist, in a city that does. */
export const demonstrationAgency = {
  name: words(
    '广州市养老待遇经办中心（演示）',
    '廣州市養老待遇經辦中心（示範）',
    'Guangzhou Pension Benefits Centre (demonstration)',
  ),
  address: words('广州市越秀区榕荫路 18 号', '廣州市越秀區榕蔭路 18 號', '18 Rongyin Road, Yuexiu District, Guangzhou'),
  hours: hours.hall,
  phone: toFictitiousLine(1),
  policyId: 'guangdong-2023',
} as const;

export type OutletKey = (typeof demonstrationOutlets)[number]['key'];
export type DemonstrationOutlet = Omit<Outlet, 'id' | 'services'> & {
  readonly key: string;
  readonly services: readonly Outlet['services'][number][];
};

/** Streets and house numbers are made up. */
export const demonstrationOutlets = [
  {
    key: 'yuexiu-hall',
    kind: 'agency-hall',
    name: words('越秀办事大厅', '越秀辦事大堂', 'Yuexiu service hall'),
    address: words('越秀区榕荫路 18 号一楼', '越秀區榕蔭路 18 號地下', 'Ground floor, 18 Rongyin Road, Yuexiu'),
    district: districts.yuexiu,
    phone: toFictitiousLine(11),
    hours: hours.hall,
    services: halls,
  },
  {
    key: 'haizhu-hall',
    kind: 'agency-hall',
    name: words('海珠办事大厅', '海珠辦事大堂', 'Haizhu service hall'),
    address: words('海珠区晓澜路 206 号', '海珠區曉瀾路 206 號', '206 Xiaolan Road, Haizhu'),
    district: districts.haizhu,
    phone: toFictitiousLine(12),
    hours: hours.hall,
    services: halls,
  },
  {
    key: 'tianhe-hall',
    kind: 'agency-hall',
    name: words('天河办事大厅', '天河辦事大堂', 'Tianhe service hall'),
    address: words(
      '天河区松岗东街 9 号二楼',
      '天河區松崗東街 9 號二樓',
      'Second floor, 9 Songgang East Street, Tianhe',
    ),
    district: districts.tianhe,
    phone: toFictitiousLine(13),
    hours: hours.hall,
    services: halls,
  },
  {
    key: 'panyu-hall',
    kind: 'agency-hall',
    name: words('番禺办事大厅', '番禺辦事大堂', 'Panyu service hall'),
    address: words('番禺区云桥大街 77 号', '番禺區雲橋大街 77 號', '77 Yunqiao Street, Panyu'),
    district: districts.panyu,
    phone: toFictitiousLine(14),
    hours: hours.hall,
    services: halls,
  },
  {
    key: 'rongyin-street',
    kind: 'street-office',
    name: words('榕荫街退管服务站', '榕蔭街退管服務站', 'Rongyin subdistrict office for retirees'),
    address: words('越秀区木棉巷 3 号', '越秀區木棉巷 3 號', '3 Mumian Lane, Yuexiu'),
    district: districts.yuexiu,
    phone: toFictitiousLine(21),
    hours: hours.street,
    services: others,
  },
  {
    key: 'shuikou-street',
    kind: 'street-office',
    name: words('水口街退管服务站', '水口街退管服務站', 'Shuikou subdistrict office for retirees'),
    address: words('荔湾区水口大街 41 号', '荔灣區水口大街 41 號', '41 Shuikou Street, Liwan'),
    district: districts.liwan,
    phone: toFictitiousLine(22),
    hours: hours.street,
    services: others,
  },
  {
    key: 'hegang-street',
    kind: 'street-office',
    name: words('鹤岗街退管服务站', '鶴崗街退管服務站', 'Hegang subdistrict office for retirees'),
    address: words('白云区鹤岗中路 128 号', '白雲區鶴崗中路 128 號', '128 Hegang Middle Road, Baiyun'),
    district: districts.baiyun,
    phone: toFictitiousLine(23),
    hours: hours.street,
    services: others,
  },
  {
    key: 'qiaonan-bank',
    kind: 'bank',
    name: words('储蓄银行桥南支行', '儲蓄銀行橋南支行', 'Savings bank, Qiaonan branch'),
    address: words('海珠区桥南路 52 号', '海珠區橋南路 52 號', '52 Qiaonan Road, Haizhu'),
    district: districts.haizhu,
    phone: toFictitiousLine(31),
    hours: hours.bank,
    services: others,
  },
] as const satisfies readonly DemonstrationOutlet[];
