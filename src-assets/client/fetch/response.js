// Turns an answer into events: an event stream as it comes, HTML and JSON as the patch that they are. A script runs.

import { tell } from './lifecycle.js';
import { EventParser } from './sse.js';

/**
 * @param {Response} response
 * @param {import('./conversation.js').Conversation} conversation
 * @param {() => void} heard is called when something of a stream came
 * @returns {Promise<boolean>} whether it was a stream
 */
export const receive = async (response, conversation, heard) => {
  const { el } = conversation;
  const type = response.headers.get('Content-Type') ?? '';
  if (type.startsWith('text/html')) {
    const elements = await response.text();
    tell('datastar-patch-elements', el, { ...fromHeaders(response, HTML_ARGS), elements });
    return false;
  }
  if (type.startsWith('application/json')) {
    const signals = await response.text();
    tell('datastar-patch-signals', el, { ...fromHeaders(response, JSON_ARGS), signals });
    return false;
  }
  if (type.startsWith('text/javascript')) {
    runScript(await response.text(), response.headers.get('datastar-script-attributes'));
    return false;
  }
  await stream(response, conversation, heard);
  return true;
};

/** @param {string} code @param {string | null} attributes as a JSON object */
const runScript = (code, attributes) => {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(JSON.parse(attributes || '{}'))) script.setAttribute(name, value);
  script.textContent = code;
  document.head.append(script);
};

const HTML_ARGS = {
  selector: 'datastar-selector',
  mode: 'datastar-mode',
  namespace: 'datastar-namespace',
  useViewTransition: 'datastar-use-view-transition',
};

const JSON_ARGS = { onlyIfMissing: 'datastar-only-if-missing' };

/**
 * @param {Response} response
 * @param {Record<string, string>} names of headers, by argument
 */
const fromHeaders = ({ headers }, names) => {
  /** @type {import('./lifecycle.js').Args} */
  const args = {};
  for (const [arg, header] of Object.entries(names)) {
    const value = headers.get(header);
    if (value) args[arg] = value;
  }
  return args;
};

/** @param {Response} response @param {import('./conversation.js').Conversation} conversation @param {() => void} heard */
const stream = async ({ body }, conversation, heard) => {
  if (!body) return;
  const parser = new EventParser(
    (event, args) => event.startsWith('datastar') && tell(event, conversation.el, args),
    (id) => (conversation.lastId = id),
    (millis) => conversation.pace(millis),
  );
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    // What was on its way when the stream was replaced is older than what comes instead.
    if (done || conversation.signal.aborted) return;
    heard();
    parser.push(decoder.decode(value, { stream: true }));
  }
};
