import type { ConsentTexts } from './consent-text.ts';

export const zhCN: ConsentTexts = {
  '2026-1': {
    lead: '要用脸来认证，先要得到您的同意。不同意也能用别的办法办。',
    points: [
      { question: '记下什么', answer: '登记时您脸的特征和一张照片；每次认证时拍下的十几张画面。' },
      { question: '做什么用', answer: '只用来确认领待遇的人还健在，而且就是您。不作别的用途。' },
      {
        question: '保存多久',
        answer:
          '认证画面：通过的三十天后销毁，没通过的九十天，有人核对的一百八十天；防止重复使用的画面印记一年。登记的脸保存到您收回同意或停止领取为止。',
      },
      { question: '谁看得到', answer: '由机器比对。机器拿不准时，才由经办机构的工作人员查看，每次查看都有记录。' },
      { question: '怎样收回', answer: '随时可以在首页收回，也可以打电话或到网点。收回后，登记的脸和画面都销毁。' },
      { question: '不同意会怎样', answer: '待遇照常。您可以到柜台、请人上门，或用别的办法办。' },
    ],
  },
};
