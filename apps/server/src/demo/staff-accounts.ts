import type { Role } from '@anzai/domain';
import type { OutletKey } from './outlets.ts';

export type StaffAccount = {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly outlet: OutletKey | null;
  readonly password: string;
  /** Base32; published on purpose, as are the passwords. A server in production lets none of them in. */
  readonly totpSecret: string;
};

export const staffAccounts: readonly StaffAccount[] = [
  {
    login: 'clerk.hall',
    name: '梁咏诗',
    role: 'clerk',
    outlet: 'yuexiu-hall',
    password: 'Rongshu-2026-Hall',
    totpSecret: 'ANZAIDEMQHALLCLERK2345672345672A',
  },
  {
    login: 'clerk.street',
    name: '何志恒',
    role: 'clerk',
    outlet: 'rongyin-street',
    password: 'Mumian-2026-Street',
    totpSecret: 'ANZAIDEMQSTREETCLERK34567234567B',
  },
  {
    login: 'clerk.bank',
    name: '林晓彤',
    role: 'clerk',
    outlet: 'qiaonan-bank',
    password: 'Qiaonan-2026-Counter',
    totpSecret: 'ANZAIDEMQBANKCLERK2345672345672C',
  },
  {
    login: 'reviewer.one',
    name: '麦嘉欣',
    role: 'reviewer',
    outlet: null,
    password: 'Zijing-2026-First',
    totpSecret: 'ANZAIDEMQREVIEWERQNE23456723456D',
  },
  {
    login: 'reviewer.two',
    name: '谭柏豪',
    role: 'reviewer',
    outlet: null,
    password: 'Zijing-2026-Second',
    totpSecret: 'ANZAIDEMQREVIEWERTWQ23456723456E',
  },
  {
    login: 'manager',
    name: '冼慧敏',
    role: 'manager',
    outlet: null,
    password: 'Baiyun-2026-Lead',
    totpSecret: 'ANZAIDEMQMANAGER23456723456723AF',
  },
  {
    login: 'auditor',
    name: '邝文杰',
    role: 'auditor',
    outlet: null,
    password: 'Zhujiang-2026-Trail',
    totpSecret: 'ANZAIDEMQAUDITQR2345672345672ABG',
  },
  {
    login: 'administrator',
    name: '区永年',
    role: 'administrator',
    outlet: null,
    password: 'Lingnan-2026-House',
    totpSecret: 'ANZAIDEMQADMINISTRATQR2345672ACH',
  },
];

/** Clerks of the other counters, who stand in the records of earlier years. Nobody knows their passwords. */
export const otherClerks: readonly Pick<StaffAccount, 'login' | 'name' | 'outlet'>[] = [
  { login: 'clerk.haizhu', name: '黎美仪', outlet: 'haizhu-hall' },
  { login: 'clerk.tianhe', name: '郑浩然', outlet: 'tianhe-hall' },
  { login: 'clerk.panyu', name: '简思琪', outlet: 'panyu-hall' },
  { login: 'clerk.shuikou', name: '潘健文', outlet: 'shuikou-street' },
  { login: 'clerk.hegang', name: '叶倩仪', outlet: 'hegang-street' },
];
