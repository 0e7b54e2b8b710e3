import type { SeededRandom } from './seeded-random.ts';

/** Family names of the Pearl River; the most common stand twice. */
const surnames = [
  ...Array.from('陈李黄张梁林吴刘何罗郑谢冯邓叶苏麦区霍关邝谭简招冼伍钟卢潘曾莫温黎杜蔡余袁许方岑植利凌庞车甘劳骆'),
  ...Array.from('陈李黄梁何林'),
  '欧阳',
  '司徒',
];

const femaleNames = [
  '桂芳',
  '玉兰',
  '惠珍',
  '丽娟',
  '少芬',
  '美玲',
  '妙嫦',
  '润好',
  '月娥',
  '佩仪',
  '瑞琼',
  '凤仙',
  '艳霞',
  '淑贞',
  '婉仪',
  '金好',
  '带娣',
  '银娇',
  '燕珊',
  '宝珠',
  '绮雯',
  '素云',
  '焕娣',
  '杏',
  '彩虹',
  '转好',
  '细妹',
  '容',
  '雪梅',
  '翠屏',
];

const maleNames = [
  '国强',
  '志明',
  '耀华',
  '伟强',
  '炳坤',
  '锦荣',
  '兆基',
  '润生',
  '观水',
  '灿辉',
  '树根',
  '永康',
  '文熙',
  '家驹',
  '启泰',
  '德成',
  '世昌',
  '广生',
  '振邦',
  '伯涛',
  '柏年',
  '沛霖',
  '洪',
  '添',
  '锡麟',
  '绍棠',
  '汉章',
  '镜波',
  '寿松',
  '汝良',
];

const traditionalNames = {
  female: ['陳慧嫻', '黃麗芬', '譚玉蓮', '蘇麗華', '葉寶琴', '盧瑞蘭', '歐陽惠珍', '許妙玲', '曾少梅', '鍾轉好'],
  male: ['梁國棟', '鄧錦添', '馮偉業', '關振聲', '鄭漢榮', '歐陽志堅', '譚兆麟', '羅炳權', '蔡啟明', '劉樹培'],
};

const latinNames = {
  female: ['MARIA FERREIRA', 'SITI RAHAYU', 'NGUYEN THI LAN', 'ROSA DA SILVA'],
  male: ['JOHN ALDER', 'PETER LINDQVIST', 'TOMAS REIS', 'ARUN NAIR'],
};

export type NameKind = 'simplified' | 'traditional' | 'latin';

/** A name that nobody in particular bears: family and given names are put together at random. */
export function drawName(
  random: SeededRandom,
  wanted: { readonly kind: NameKind; readonly sex: 'female' | 'male' },
): string {
  if (wanted.kind === 'traditional') return random.pick(traditionalNames[wanted.sex]);
  if (wanted.kind === 'latin') return random.pick(latinNames[wanted.sex]);
  return random.pick(surnames) + random.pick(wanted.sex === 'female' ? femaleNames : maleNames);
}
