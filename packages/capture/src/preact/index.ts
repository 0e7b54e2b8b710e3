/** Pieces to draw a capture with; the style is in `capture.css`. */
export { choosePromptText } from './choose-prompt-text.ts';
export type { PromptTexts } from './choose-prompt-text.ts';
export { OvalPreview } from './oval-preview.tsx';
export type { OvalPreviewProps } from './oval-preview.tsx';
export { FollowPoint, PromptView } from './prompt-view.tsx';
export type { PromptViewProps } from './prompt-view.tsx';
export { useCaptureSession } from './use-capture-session.ts';
export type { CaptureUse } from './use-capture-session.ts';
