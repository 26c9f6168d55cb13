// A script that cannot be loaded must not leave a blank page; this one is plain, so that it runs whatever else fails.
addEventListener(
  'error',
  (event) => {
    const { target } = event;
    if (!(target instanceof HTMLScriptElement) || target.src.endsWith('/lib/vchart.js')) return;
    const boot = document.querySelector('.boot');
    if (boot) boot.textContent = '页面没有加载完整，请检查沙盒是否还在运行，然后刷新。';
  },
  true,
);
