/* The one place that names a library's address; a test checks that the gateway serves each of them. */
export {html, svg, render, nothing} from '/webjars/lit-html/3.3.2/lit-html.js';
export {repeat} from '/webjars/lit-html/3.3.2/directives/repeat.js';
export {live} from '/webjars/lit-html/3.3.2/directives/live.js';

/** Draws codes; only ticket pages need it. */
export const qrCreator = async () => (await import('/webjars/qr-creator/1.0.0/dist/qr-creator.es6.min.js')).default;

let reading;

/** Reads codes where the browser itself cannot: a classic script that leaves its name on the window. */
export function zxing() {
  reading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/webjars/html5-qrcode/2.2.1/third_party/zxing-js.umd.min.js';
    script.onload = () => resolve(window.ZXing);
    script.onerror = () => reject(new Error('the code reader did not load'));
    document.head.append(script);
  });
  return reading;
}
