import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from './html.js';

const RATIOS = { '1:1': 1, '2:1': 2, '4:3': 4 / 3, '16:9': 16 / 9 };
let loading;

/** The real chart library, fetched when the first chart is shown. */
function library() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/lib/vchart.js';
    script.onload = () => resolve(globalThis.VChart);
    script.onerror = () => {
      loading = undefined;
      reject(new Error('图表库没有装上'));
    };
    document.head.append(script);
  });
  return loading;
}

export function Chart({ element }) {
  const box = useRef(null);
  const [fault, setFault] = useState('');
  const spec = JSON.stringify(element.chart_spec ?? {});
  useEffect(() => {
    let chart;
    let isGone = false;
    library()
      .then((module) => {
        if (isGone || !box.current) return;
        const VChart = module.default ?? module.VChart ?? module;
        chart = new VChart(JSON.parse(spec), { dom: box.current, animation: false });
        chart.renderSync();
      })
      .catch((error) => setFault(error.message));
    return () => {
      isGone = true;
      chart?.release();
    };
  }, [spec]);
  const ratio = RATIOS[element.aspect_ratio] ?? 16 / 9;
  const style = /px$/.test(element.height ?? '')
    ? { height: element.height }
    : { aspectRatio: String(ratio) };
  return html`<div class="chart" style=${style} ref=${box}>${fault && html`<span class="unknown">${fault}</span>`}</div>`;
}
