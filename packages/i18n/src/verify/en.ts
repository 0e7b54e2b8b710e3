import type { VerifyTexts } from './zh-CN.ts';

export const en = {
  title: 'Check a certificate',
  lead: 'Scan the QR code on the certificate to see at once whether it is real and still valid. No sign-in.',
  language: 'Language',
  scan: 'Scan with the camera',
  stopScan: 'Stop',
  scanning: 'Hold the QR code inside the frame',
  picture: 'Choose a picture',
  pictureHint: 'A photo, a screenshot or a picture of the page',
  noCodeInPicture: 'There is no QR code in this picture. Take it again with the whole code, flat and sharp.',
  pictureUnreadable: 'This file cannot be opened. Choose a picture; of a document, take a screenshot first.',
  paste: 'Or paste the code here',
  pasteHint: 'A long text that begins with AZ1.',
  check: 'Check',
  again: 'Check another',
  outcomes: {
    valid: {
      title: 'Valid',
      lead: (until: string): string => `This certificate is real. It is valid through ${until}.`,
    },
    expired: {
      title: 'Expired',
      lead: (until: string): string =>
        `This certificate is real, but it ended on ${until}. The person needs to certify again.`,
    },
    revoked: {
      title: 'Revoked',
      lead: (on: string): string => `This certificate was revoked on ${on} and no longer counts.`,
    },
    forged: {
      title: 'Not real',
      lead: 'The signature does not match: it was changed, or the agency did not issue it. Do not accept it.',
    },
    withdrawnKey: {
      title: 'Do not accept',
      lead: 'The key that signed it has been withdrawn. The person can have a new one from the agency.',
    },
    unknownKey: {
      title: 'Not confirmed',
      lead: 'This device does not have the key that signed it. Connect to the network and try again; if it stays so, do not accept it.',
    },
    malformed: {
      title: 'Not recognised',
      lead: 'This is not the code of a certificate, or it was not read completely. Scan it again.',
    },
    noKeys: {
      title: 'Cannot check yet',
      lead: 'The first check needs the network once, to fetch the agency’s public keys. Connect and try again.',
    },
  },
  facts: {
    name: 'Name',
    document: 'Document number',
    number: 'Certificate number',
    certifiedOn: 'Certified on',
    validUntil: 'Valid through',
    agency: 'Issued by',
    schemes: 'Schemes',
    channel: 'Certified by',
  },
  compare: 'Please compare: name and document number must be those on the person’s own document.',
  revocations: {
    known: (at: string): string => `List of revocations as of ${at}.`,
    old: (at: string): string =>
      `The list of revocations is from ${at} and may be out of date. Connect and check again.`,
    unknown:
      'There is no list of revocations yet: whether this was revoked later is not known. Connect and check again.',
  },
  privacy: 'The check happens on this device. What the certificate says is sent to nobody.',
  failure: {
    'insecure-context': 'The camera does not work at this address. Use a picture or paste the code.',
    unsupported: 'This browser cannot use the camera. Use a picture or paste the code.',
    'no-camera': 'No camera was found. Use a picture or paste the code.',
    'permission-refused':
      'The camera is not allowed. Allow it in the browser’s settings, or use a picture or the code.',
    'in-use': 'Something else is using the camera. Close it and try again, or use a picture.',
    failed: 'The camera did not open. Try again, or use a picture.',
  },
  batch: {
    title: 'Check many at once',
    lead: 'For banks and partners: paste the codes, one a line, or choose a table file, up to a thousand. The codes are sent to the agency’s server.',
    file: 'Choose a table file',
    codes: 'Certificate codes, one a line',
    start: (count: number): string => (count === 0 ? 'Check' : `Check ${count}`),
    none: 'No codes were found. A code begins with AZ1.',
    tooMany: (count: number): string => `There are ${count}, more than a thousand. Please check them in parts.`,
    working: 'Checking',
    offline: 'The connection is lost and nothing was checked. Try again once it is back.',
    refused: 'The server did not finish the check. Please try again in a while.',
    summary: (valid: number, total: number): string => `${valid} of ${total} are valid`,
    onlyBad: 'Only those not valid',
    download: 'Download the results',
    columns: {
      row: 'No.',
      outcome: 'Result',
      name: 'Name',
      document: 'Document number',
      number: 'Certificate number',
      validUntil: 'Valid through',
    },
    outcomes: {
      valid: 'Valid',
      expired: 'Expired',
      revoked: 'Revoked',
      'unknown-key': 'Unknown key',
      'bad-signature': 'Not real',
      malformed: 'Not recognised',
    },
    empty: 'None is invalid.',
  },
  home: 'To the start',
} satisfies VerifyTexts;
