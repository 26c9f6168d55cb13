import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../../html.js';

/** @typedef {typeof import('@visactor/vchart').default} VChart */

const RATIOS = { '1:1': '1 / 1', '2:1': '2 / 1', '4:3': '4 / 3', '16:9': '16 / 9' };
const THEMES = {
  brand: ['#3370ff', '#7a9dff', '#14a9e8', '#10b8a6', '#f0b400', '#ff8800'],
  rainbow: ['#3370ff', '#10b8a6', '#f0b400', '#ff8800', '#f54a45', '#7f3bf5', '#14a9e8', '#34c724'],
  complementary: ['#3370ff', '#ff8800', '#14a9e8', '#f54a45', '#10b8a6', '#d136d1'],
  converse: ['#34c724', '#f54a45', '#f0b400', '#3370ff', '#8f959e'],
  primary: ['#1456f0', '#4f83fd', '#85acff', '#b8d0ff', '#dce7ff'],
};
/** @type {Promise<VChart> | undefined} */
let library;

/** The chart library that Feishu draws with, fetched when the first chart is shown. */
function loaded() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/lib/vchart.js';
    script.onload = () => resolve(/** @type {any} */ (window).VChart.default);
    script.onerror = () => {
      library = undefined;
      script.remove();
      reject(new Error('图表库没有装上，图表画不出来'));
    };
    document.head.append(script);
  });
  return library;
}

/** @param {{element: any}} of */
export function Chart({ element }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const [fault, setFault] = useState('');
  const [isDrawn, setDrawn] = useState(false);
  const spec = JSON.stringify(element.chart_spec ?? {});
  useEffect(() => {
    let chart = /** @type {InstanceType<VChart> | undefined} */ (undefined);
    let isGone = false;
    setFault('');
    loaded()
      .then((VChart) => {
        if (isGone) return;
        chart = new VChart(specOf(spec, element.color_theme), { dom: box.current, animation: false });
        chart.renderSync();
        setDrawn(true);
      })
      .catch((error) => !isGone && setFault(error.message));
    return () => {
      isGone = true;
      chart?.release();
    };
  }, [spec, element.color_theme]);
  const style = /px$/.test(element.height ?? '')
    ? { height: element.height }
    : { aspectRatio: RATIOS[element.aspect_ratio] ?? RATIOS['4:3'] };
  return html`<div class=${isDrawn ? 'chart' : 'chart chart-empty'} style=${style}>
    <div class="chart-box" ref=${box}></div>
    ${fault !== '' && html`<div class="unknown" role="alert">${fault}</div>`}
  </div>`;
}

function specOf(/** @type {string} */ text, /** @type {string} */ theme = 'brand') {
  const spec = JSON.parse(text);
  return { color: THEMES[theme] ?? THEMES.brand, background: 'transparent', ...spec };
}
