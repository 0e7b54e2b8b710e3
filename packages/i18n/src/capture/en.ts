import type { CaptureTexts } from './zh-CN.ts';

export const en = {
  preview: 'What your camera sees',
  prompts: {
    centre: 'Look straight at the screen',
    'turn-left': 'Slowly turn your head to your left',
    'turn-right': 'Slowly turn your head to your right',
    'look-up': 'Slowly look up',
    nearer: 'Come a little nearer',
    follow: 'Let your nose follow the dot',
    light: 'The screen changes colour. Keep looking at it',
    hold: 'Please keep still',
  },
  guidance: {
    'no-face': 'Bring your face into the oval',
    several: 'Only you should be in the picture',
    'too-far': 'Come a little nearer',
    'too-near': 'Move back a little',
    'off-centre': 'Move your face to the middle',
    dark: 'Too dark. Face a lamp or a window',
    bright: 'Too bright. Turn another way',
    blurred: 'Blurred. Wipe the lens and hold still',
  },
  step: (step: number, count: number): string => `Step ${step} of ${count}`,
  opening: {
    camera: 'Opening the camera',
    cameraHint: 'If your device asks whether the camera may be used, choose “Allow”.',
    attempt: 'Getting ready',
    guide: 'Getting ready, one moment',
  },
  controls: {
    pause: 'Pause',
    resume: 'Go on',
    startAgain: 'Start again',
    leave: 'Leave',
    slower: 'Slower',
    slowerOn: 'Slower is on',
    soundOn: 'Sound is on',
    soundOff: 'Sound is off',
    otherWay: 'Use a way without my face',
    withoutFace: 'No face',
    retry: 'Try again',
    home: 'Back to the start',
    otherCamera: 'Use another camera',
  },
  paused: { title: 'Paused', lead: 'Take your time. Choose “Go on” when you are ready. What you have done is kept.' },
  failure: {
    'insecure-context': {
      title: 'This address cannot use the camera',
      lead: 'For your safety the camera works only on a secure page. Please scan the agency’s QR code again.',
    },
    unsupported: {
      title: 'This browser cannot use the camera',
      lead: 'Open this page in another browser or on another phone, or choose another way.',
    },
    'no-camera': { title: 'No camera was found', lead: 'Connect a camera or use another phone, then try again.' },
    'permission-refused': { title: 'The camera is not allowed yet', lead: '' },
    'in-use': {
      title: 'Something else is using the camera',
      lead: 'Close video calls and other programs, then try again.',
    },
    failed: {
      title: 'The camera did not open',
      lead: 'Please try again. If it still fails, restart the phone or choose another way.',
    },
  },
  howTo: {
    wechat:
      'Tap the three dots at the top right, open Settings, allow the camera, come back and choose “Try again”. You can also choose “Open in browser”.',
    alipay: 'Tap the three dots at the top right, open Settings, allow the camera, come back and choose “Try again”.',
    webview:
      'Open your phone’s Settings, find this app, open Permissions and allow the camera. Then choose “Try again”.',
    'ios-safari':
      'Tap the icon to the left of the address, choose Website Settings, set Camera to Allow, then choose “Try again”.',
    'mac-safari': 'Open Settings, Websites, Camera in the menu, set this site to Allow, then choose “Try again”.',
    'android-chrome':
      'Tap the small icon to the left of the address, choose Permissions, turn Camera on, then choose “Try again”.',
    huawei:
      'Open the menu at the bottom right, then Settings and Site permissions, allow the camera, and choose “Try again”.',
    'desktop-chrome': 'Click the small icon to the left of the address, turn Camera on, then choose “Try again”.',
    firefox: 'Click the small icon to the left of the address, remove the blocked camera, then choose “Try again”.',
    other: 'Allow this site to use the camera in your browser’s settings, then choose “Try again”.',
  },
  refused: { title: 'We cannot go on just now', lead: 'Please try again, or choose another way.' },
  offline: { title: 'The connection is lost', lead: 'Check your signal or Wi-Fi. Choose “Try again” once it is back.' },
  expired: {
    title: 'This took too long',
    lead: 'That does not matter, and it does not count as a try. Please start again; you can turn “Slower” on.',
  },
  checking: {
    title: 'We are checking, one moment please',
    steps: {
      sending: (sent: number, total: number): string => `Sending pictures: ${sent} of ${total}`,
      submitting: 'Handing them to the agency',
      deciding: 'Checking that it is you',
    },
    mark: { done: 'Done', now: 'Under way', later: 'To come' },
    offline:
      'The connection is lost. The pictures are kept on this device and go on by themselves once it is back. You need not start again.',
    mayClose: 'You may close this page. It goes on when you open it again.',
  },
} satisfies CaptureTexts;
