import type { CertificateTexts } from './zh-CN.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const en = {
  title: 'Certificate of Life and Entitlement',
  numberLabel: 'Certificate number',
  statement: (facts) =>
    `was found alive and entitled on ${facts.certifiedOn}.\n` + `This holds until the end of ${facts.validUntil}.`,
  documentLabel: 'Document number',
  schemesLabel: 'Schemes',
  certifiedOnLabel: 'Certified on',
  validUntilLabel: 'Valid until',
  channelLabel: 'Certified by',
  listSeparator: ', ',
  labelSeparator: ': ',
  date: (parts) => `${parts.day} ${months[parts.month - 1] ?? ''} ${parts.year}`,
  verifyTitle: 'How to verify this certificate',
  verifySteps: (phone) => [
    'Scan the code with a telephone; the verification page opens.',
    'It is genuine if the page says “valid” and shows the same name and number.',
    `Or call ${phone} and read out the number.`,
  ],
  notice:
    'Signed electronically; no stamp is needed, and a print is worth the same as the file. The code holds no ' +
    'photograph, and part of the document number is hidden. Whether it is valid is decided by verifying it.',
  missingGlyphs: (list) =>
    `The typeface of this page lacks these characters, shown by their codes: ${list}. ` +
    'The QR code holds the characters themselves.',
  addressLabel: 'Address',
  phoneLabel: 'Telephone',
  hoursLabel: 'Hours',
  keyLabel: 'Signing key',
  schemes: {
    'urban-employee': 'Urban employees’ basic pension',
    'rural-to-urban': 'Rural-to-urban residents’ basic pension',
    resident: 'Urban and rural residents’ basic pension',
    'other-pension': 'Other basic pension',
    'work-injury': 'Work injury insurance (grades 1 to 4)',
    'work-death-dependant': 'Dependant’s benefit after a death at work',
  },
  channels: {
    'remote-face': 'the person’s face, on a telephone or computer',
    'assisted-face': 'the person’s face, at a counter',
    'counter-enrolment': 'recording of the face at a counter',
    'counter-document': 'original document at a counter',
    'street-office': 'street office',
    bank: 'bank branch',
    partner: 'partner organisation',
    trustee: 'trustee',
    'unit-list': 'the former employer’s list',
    'written-certificate': 'written certificate',
    'trusted-identity': 'trusted identity service',
    'data-match': 'data match',
    'home-visit': 'home visit',
    review: 'a reviewer’s decision',
  },
  poster: {
    headline: 'Once a year, show that you are well',
    subtitle: 'Certify your entitlement on your own telephone',
    scan: 'Scan to begin',
    steps: [
      { title: 'Scan the code', text: 'Point your telephone’s camera at the code above.' },
      { title: 'Give your number', text: 'Type the code that we send you and check your name.' },
      { title: 'Follow the voice', text: 'Turn your head slowly. There is no hurry.' },
      { title: 'Keep it', text: 'Your certificate comes at once: save or print it.' },
    ],
    firstTime: 'First time? Bring your original identity document to a counter.',
    otherWays:
      'No telephone, or moving is hard? Come to a counter, or call us for other ways. Family may help beside you.',
    warning: 'This is free. We never ask for a bank password or for money.',
    phoneTitle: 'Call us',
  },
} satisfies CertificateTexts;
