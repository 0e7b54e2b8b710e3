import type { DeviceReport } from '@anzai/contract';
import type { Camera } from './camera.ts';
import { makeUuid } from './make-uuid.ts';

const STORAGE_KEY = 'anzai.device';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let unsaved: string | null = null;

/** A random name for this browser, kept in its storage; where nothing can be kept it holds until the page is closed. */
export function getDeviceId(): string {
  const kept = findKept();
  if (kept !== null) return kept;
  unsaved ??= makeUuid();
  try {
    localStorage.setItem(STORAGE_KEY, unsaved);
  } catch {
    // Storage is closed to us (private browsing): the name lives as long as the page.
  }
  return unsaved;
}

function findKept(): string | null {
  try {
    const kept = localStorage.getItem(STORAGE_KEY);
    return kept !== null && UUID.test(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function createDeviceReport(camera: Pick<Camera, 'label' | 'facing'>, guided: boolean): DeviceReport {
  // Web views without a window have none.
  const screen: Screen | undefined = globalThis.screen;
  return {
    deviceId: getDeviceId(),
    cameraLabel: camera.label.slice(0, 200),
    facing: camera.facing,
    screenWidth: toScreenPx(screen?.width ?? 0),
    screenHeight: toScreenPx(screen?.height ?? 0),
    guided,
  };
}

function toScreenPx(value: number): number {
  return Number.isFinite(value) ? Math.min(20_000, Math.max(0, Math.round(value))) : 0;
}
