// Runs one case in its own iframe, and returns what was wrong, or nothing.
const PATIENCE = 5000;
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

let harness; // Asks the server of the running case for something.

window.runCase = async (path, steps) => {
  harness = async (wanted, body) => (await fetch('/harness' + path + wanted, { method: 'POST', body })).json();
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 800px; height: 500px; border: 0';
  frame.src = path;
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.replaceChildren(frame);
  await loaded;
  const page = frame.contentWindow;
  await Promise.race([page.ready, until(() => page.errors.length)]);
  let expectsErrors = false;
  for (const [kind, text] of steps) {
    try {
      if (text.includes('errors')) expectsErrors = true;
      if (kind === '?') await check(page, text);
      else if (kind === '<<') await receive(page, text);
      else await act(page, text);
    } catch (error) {
      const met = page.errors.length ? '\n  met: ' + page.errors.join(' | ').slice(0, 600) : '';
      return kind + ' ' + text + '\n  ' + (error.message ?? error) + met;
    }
  }
  const errors = page.errors;
  document.body.replaceChildren();
  return errors.length && !expectsErrors ? 'unexpected: ' + errors.join(' | ').slice(0, 600) : '';
};

const until = async (test) => {
  for (const end = performance.now() + PATIENCE; performance.now() < end; await pause(3)) {
    if (await test()) return true;
  }
  return false;
};

const evaluate = async (page, text) => {
  if (text.includes('requests')) page.requests = await harness('requests');
  return page.eval('(async () => (' + text + '))()');
};

const check = async (page, text) => {
  let failed;
  const test = async () => {
    try {
      failed = undefined;
      return await evaluate(page, text);
    } catch (error) {
      failed = error.message;
      return false;
    }
  };
  if (await until(test)) return;
  const left = text.split(/ ===? /)[0];
  throw new Error(failed ?? (left === text ? 'is not true' : 'was ' + JSON.stringify(await evaluate(page, left))));
};

const receive = async (page, text) => {
  const before = page.synced;
  await harness('push', text);
  if (!(await until(() => page.synced > before))) throw new Error('the event did not arrive');
};

const act = async (page, text) => {
  const [verb, selector = '', ...words] = text.split(' ');
  const rest = words.join(' ');
  const document = page.document;
  const find = () => {
    const found = document.querySelector(selector);
    if (!found) throw new Error('nothing matches ' + selector);
    return found;
  };
  const tell = (el, ...events) => events.forEach((each) => el.dispatchEvent(new page.Event(each, { bubbles: true })));
  const verbs = {
    click: () => find().click(),
    type() {
      const el = find();
      el.focus();
      const end = el.value.length;
      if (/^(text|textarea|search)$/.test(el.type)) el.setSelectionRange(end, end);
      else el.select();
      document.execCommand('insertText', false, rest);
    },
    set() {
      const el = find();
      el.value = rest;
      tell(el, 'input', 'change');
    },
    file() {
      const el = find();
      const files = new page.DataTransfer();
      for (const each of words) {
        const [name, type, content] = each.split(':');
        files.items.add(new page.File([content], name, { type }));
      }
      el.files = files.files;
      tell(el, 'input', 'change');
    },
    send: () => find().dispatchEvent(new page.CustomEvent(rest, { bubbles: true, cancelable: true })),
    next: () => harness('next'),
    wait: () => pause(+selector),
    hide: () => appear(page, true),
    show: () => appear(page, false),
    do: () => page.eval('(async () => {' + text.slice(3) + '})()'),
  };
  if (!verbs[verb]) throw new Error('Unknown step "' + verb + '". The steps are: ' + Object.keys(verbs).join(', '));
  await verbs[verb]();
};

const appear = (page, hidden) => {
  Object.defineProperty(page.document, 'hidden', { value: hidden, configurable: true });
  page.document.dispatchEvent(new page.Event('visibilitychange'));
};
