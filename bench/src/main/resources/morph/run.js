// Shows the pages to each contender in a document of its own, in turns, and writes how long a frame took.

const ROUNDS = 15;
const WARM_UP = 3;

const byEvent = (view, html) => {
  const detail = { type: 'datastar-patch-elements', el: view.document.body, argsRaw: { elements: html } };
  view.document.dispatchEvent(new view.CustomEvent('datastar-fetch', { detail }));
};

const morphs = {
  Lodestar: byEvent,
  ...(sources['other build'] && { 'other build': byEvent }),
  idiomorph: (view, html) => view.Idiomorph.morph(view.document.getElementById('page'), html),
  morphdom: (view, html) => view.morphdom(view.document.getElementById('page'), html),
};

const open = (source) => {
  const frame = document.createElement('iframe');
  frame.width = 1000;
  frame.height = 800;
  document.body.append(frame);
  const script = frame.contentDocument.createElement('script');
  // A classic script runs at once, but has no import.meta.
  script.textContent = source.replaceAll('import.meta.url', 'location.href');
  frame.contentDocument.head.append(script);
  return frame.contentWindow;
};

const parsed = (html) => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.innerHTML;
};

/** The milliseconds per frame, without and with style and layout. */
const pass = (view, morph, frames) => {
  gc();
  let patching = 0;
  let all = 0;
  for (const html of [...frames.slice(1), frames[0]]) {
    const start = performance.now();
    morph(view, html);
    const patched = performance.now();
    view.document.body.offsetHeight;
    patching += patched - start;
    all += performance.now() - start;
  }
  return { patching: patching / frames.length, all: all / frames.length };
};

const check = (name, view, frames) => {
  for (const html of [...frames, frames[0]]) {
    morphs[name](view, html);
    if (view.document.getElementById('page').outerHTML !== parsed(html)) throw new Error(name + ' shows something different');
  }
};

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];

const lines = ['| ms a frame | ' + Object.keys(morphs).join(' | ') + ' |', '| --- | ' + Object.keys(morphs).map(() => '---').join(' | ') + ' |'];
for (const [title, frames] of Object.entries(pages)) {
  const contenders = Object.entries(morphs).map(([name, morph]) => ({ name, morph, view: open(sources[name]), took: [] }));
  for (const { name, view } of contenders) {
    view.document.body.innerHTML = frames[0];
    check(name, view, frames);
  }
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    contenders.push(contenders.shift());
    for (const { morph, view, took } of contenders) {
      const time = pass(view, morph, frames);
      if (round >= 0) took.push(time);
    }
  }
  const row = (of) => Object.keys(morphs).map((name) => median(contenders.find((each) => each.name === name).took.map(of)).toFixed(2)).join(' | ');
  lines.push('| ' + title + ' | ' + row((each) => each.patching) + ' |', '| … with style and layout | ' + row((each) => each.all) + ' |');
  document.querySelectorAll('iframe').forEach((each) => each.remove());
}
document.getElementById('result').textContent = lines.join('\n') + '\n';
