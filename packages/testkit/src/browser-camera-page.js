// Runs inside the page, before the page's own scripts. It stands in for the camera's hardware and for the person in front of
// it: it looks at the screen as a person would (which instruction, which colour), and the "camera" sees them react. Plain
// JavaScript, because it is handed to the browser as text.

// oxlint-disable-next-line no-unused-vars -- called by the line that browser-camera.ts adds behind this file
function runBrowserCamera(config) {
  const { width, height, sprites, frames, manner, light, seed } = config;
  let state = seed >>> 0 || 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const load = async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    return image;
  };
  const noise = new Int8Array(1 << 16);
  for (let i = 0; i < noise.length; i++) noise[i] = Math.round((random() + random() + random() - 1.5) * 3.2);

  const waves = Array.from({ length: 6 }, () => ({ period: 2600 + 3000 * random(), phase: 6.28 * random() }));
  const wave = (index, ms) => Math.sin((ms / waves[index].period) * 6.28 + waves[index].phase);

  const readScreen = () => {
    const prompt = document.querySelector('[data-prompt]');
    const lit = document.querySelector('[data-screen-light]') ?? document.body;
    const numbers = (lit === null ? '' : getComputedStyle(lit).backgroundColor).match(/[\d.]+/g) ?? [
      '255',
      '255',
      '255',
    ];
    const linear = numbers.slice(0, 3).map((value) => (Number(value) / 255) ** 2.2);
    const point = document.querySelector('.capture-point')?.getBoundingClientRect();
    const x = point === undefined ? 0.5 : (point.left + point.width / 2) / innerWidth;
    const y = point === undefined ? 0.5 : (point.top + point.height / 2) / innerHeight;
    return { kind: prompt?.getAttribute('data-prompt') ?? 'centre', linear, x, y };
  };

  const goalFor = ({ kind, x, y }) => {
    if (kind === 'turn-left') return { yaw: 25, pitch: 0, size: 1 };
    if (kind === 'turn-right') return { yaw: -25, pitch: 0, size: 1 };
    if (kind === 'look-up') return { yaw: 0, pitch: 16, size: 1 };
    if (kind === 'nearer') return { yaw: 0, pitch: 0, size: 1.38 };
    if (kind === 'follow') return { yaw: (0.5 - x) * 34, pitch: (0.5 - y) * 10, size: 1 };
    return { yaw: 0, pitch: 0, size: 1 };
  };

  const body = { yaw: 0, pitch: 0, size: 1 };
  let wanted = goalFor({ kind: 'centre' });
  let wantedSince = 0;
  let lastMs = 0;
  let blinkAt = 1500 + 3000 * random();

  // A person notices after some time, then moves at a limited speed.
  const act = (ms) => {
    const seen = readScreen();
    const goal = goalFor(seen);
    if (goal.yaw !== wanted.yaw || goal.pitch !== wanted.pitch || goal.size !== wanted.size) {
      wanted = goal;
      wantedSince = ms;
    }
    const seconds = Math.min(0.2, (ms - lastMs) / 1000);
    lastMs = ms;
    if (ms - wantedSince > 450) {
      const step = (from, to, most) => from + Math.max(-most, Math.min(most, to - from));
      body.yaw = step(body.yaw, wanted.yaw, 32 * seconds);
      body.pitch = step(body.pitch, wanted.pitch, 18 * seconds);
      body.size = step(body.size, wanted.size, 0.35 * seconds);
    }
    if (ms > blinkAt + 160) blinkAt = ms + 2000 + 4000 * random();
    return {
      yaw: body.yaw + 1.6 * wave(0, ms),
      pitch: body.pitch + 0.9 * wave(1, ms),
      size: body.size * (1 + 0.01 * wave(2, ms)),
      x: 3 * wave(3, ms),
      y: 3 * wave(4, ms),
      blink: ms > blinkAt,
      linear: seen.linear,
    };
  };

  const pick = (pose) => {
    let best = sprites[0];
    let least = Infinity;
    for (const sprite of sprites) {
      const blink = sprite.blink === pose.blink ? 0 : 60;
      const distance = Math.hypot(sprite.yaw - pose.yaw, 1.5 * (sprite.pitch - pose.pitch)) + blink;
      if (distance < least) {
        least = distance;
        best = sprite;
      }
    }
    return best;
  };

  const createCanvas = () => {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    return canvas;
  };

  // How much a colour channel brightens a place of a given share of the screen's light; the square root stands for the
  // picture's gamma.
  const brighten = (linear) =>
    linear.map((value) =>
      Float32Array.from({ length: 256 }, (_, share) => (1 + light * value * (share / 160)) ** 0.45 * 0.94),
    );

  const drawPerson = async () => {
    const [room, shoulders] = [await load(config.room), await load(config.shoulders)];
    const images = await Promise.all(sprites.map((sprite) => load(sprite.image)));
    const shares = await Promise.all(sprites.map((sprite) => load(sprite.share)));
    const seen = createCanvas().getContext('2d', { willReadFrequently: true });
    const lit = createCanvas().getContext('2d', { willReadFrequently: true });
    return (target, ms) => {
      const pose = act(ms);
      const sprite = pick(pose);
      const index = sprites.indexOf(sprite);
      const scale = config.scale * pose.size;
      const place = {
        x: width / 2 + sprite.left * scale + pose.x,
        y: height * config.middle + sprite.top * scale + pose.y,
        width: sprite.width * scale,
        height: sprite.height * scale,
      };
      seen.drawImage(room, -12 - pose.x * 0.4, -12 - pose.y * 0.4, width + 24, height + 24);
      const wide = width * pose.size * config.scale * 1.15;
      const half = (wide - width) / 2;
      const neck = height * config.middle + 150 * scale + pose.y;
      seen.drawImage(shoulders, pose.x - half, neck, wide, wide * 0.75);
      seen.drawImage(images[index], place.x, place.y, place.width, place.height);
      lit.globalCompositeOperation = 'source-over';
      lit.fillStyle = 'rgb(8,8,8)';
      lit.fillRect(0, 0, width, height);
      lit.drawImage(shares[index], place.x, place.y, place.width, place.height);
      const picture = seen.getImageData(0, 0, width, height);
      const share = lit.getImageData(0, 0, width, height).data;
      const [red, green, blue] = brighten(pose.linear);
      const { data } = picture;
      let grain = Math.floor(random() * 65536);
      for (let i = 0; i < data.length; i += 4) {
        const s = share[i];
        if (i % 16384 === 0) grain = Math.floor(random() * 65536);
        data[i] = data[i] * red[s] + noise[grain++ & 65535];
        data[i + 1] = data[i + 1] * green[s] + noise[grain++ & 65535];
        data[i + 2] = data[i + 2] * blue[s] + noise[grain++ & 65535];
      }
      target.putImageData(picture, 0, 0);
    };
  };

  // A photograph or a recording: it cares for nothing that the screen shows.
  const drawRecording = async () => {
    const images = await Promise.all(frames.map(load));
    return (target, ms) => {
      const image = images[Math.floor((ms / 1000) * config.fps) % images.length];
      target.drawImage(image, 0, 0, width, height);
    };
  };

  const open = async () => {
    const draw = manner === 'person' ? await drawPerson() : await drawRecording();
    const canvas = createCanvas();
    const target = canvas.getContext('2d');
    const begunMs = performance.now();
    draw(target, 0);
    const timer = setInterval(() => draw(target, performance.now() - begunMs), 55);
    const stream = canvas.captureStream(18);
    for (const track of stream.getVideoTracks()) {
      Object.defineProperty(track, 'label', { value: config.label });
      const stop = track.stop.bind(track);
      track.stop = () => {
        clearInterval(timer);
        stop();
      };
    }
    return stream;
  };

  const device = { deviceId: 'front', groupId: 'front', kind: 'videoinput', label: config.label, toJSON: () => ({}) };
  if (navigator.mediaDevices === undefined) return;
  navigator.mediaDevices.getUserMedia = open;
  navigator.mediaDevices.enumerateDevices = async () => [device];
}
