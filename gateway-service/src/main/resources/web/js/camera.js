/* Reads QR codes from the camera: with the browser's own reader where it has one, else with a library. */
import {zxing} from './lib.js';

const EVERY = 150;

export async function readCodes(video, onCode, signal) {
  const stream = await navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment', width: {ideal: 1280}}, audio: false});
  const stop = () => stream.getTracks().forEach(track => track.stop());
  if (signal.aborted) return stop();
  signal.addEventListener('abort', stop, {once: true});
  video.srcObject = stream;
  await video.play();
  const read = await reader();
  const look = async () => {
    if (signal.aborted) return;
    const code = video.readyState >= 2 && !document.hidden ? await read(video).catch(() => null) : null;
    if (code && !signal.aborted) onCode(code);
    setTimeout(look, EVERY);
  };
  look();
  return undefined;
}

async function reader() {
  if ('BarcodeDetector' in window && (await window.BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new window.BarcodeDetector({formats: ['qr_code']});
    return async video => (await detector.detect(video))[0]?.rawValue ?? null;
  }
  const library = await zxing();
  const qr = new library.QRCodeReader();
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', {willReadFrequently: true});
  return async video => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    pen.drawImage(video, 0, 0);
    const {data} = pen.getImageData(0, 0, canvas.width, canvas.height);
    const grey = new Uint8ClampedArray(canvas.width * canvas.height);
    for (let i = 0; i < grey.length; i++) grey[i] = (data[4 * i] + 2 * data[4 * i + 1] + data[4 * i + 2]) >> 2;
    const source = new library.RGBLuminanceSource(grey, canvas.width, canvas.height);
    return qr.decode(new library.BinaryBitmap(new library.HybridBinarizer(source))).getText();
  };
}
