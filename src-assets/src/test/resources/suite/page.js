// In every page of the suite: what checks can ask about.
window.errors = [];
window.told = []; // details of datastar-fetch
window.patches = []; // details of datastar-signal-patch
window.synced = 0;
addEventListener('error', ({ message }) => errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason?.message ?? reason)));
document.addEventListener('datastar-fetch', ({ detail }) => {
  if (detail.type === 'datastar-sync') synced++;
  else if (detail.el?.localName !== 'meta') told.push(detail);
});
document.addEventListener('datastar-signal-patch', ({ detail }) => patches.push(detail));
window.ready = new Promise((resolve) => document.addEventListener('datastar-ready', resolve));
window.types = () => told.map(({ type }) => type).join(' ');
window.json = (value) => JSON.stringify(value);
window.painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
// Some of the browser's transitions fail when their iframe is removed.
window.transitions = 0;
document.startViewTransition = document.documentElement.startViewTransition = (change) => {
  transitions++;
  const done = Promise.resolve().then(change);
  return { ready: done, updateCallbackDone: done, finished: done };
};
