// Turns a response into events: an event stream as it arrives; HTML and JSON as the patches that they are. A script
// runs.

import { page } from '../language/native.js';
import { camel } from '../language/names.js';
import { scriptOf } from '../patch/script.js';
import { tell } from './lifecycle.js';
import { eventParser } from './sse.js';

/** @typedef {import('./conversation.js').Conversation} Conversation */

/**
 * @param {Response} response
 * @param {Conversation} conversation
 * @param {() => void} heard called whenever something of a stream arrives
 * @returns {Promise<boolean>} whether it was a stream
 */
export const receive = async (response, conversation, heard) => {
  const { headers } = response;
  const type = headers.get('Content-Type') ?? '';
  const kind = Object.keys(whole).find((each) => type.startsWith(each));
  if (kind) whole[kind](await response.text(), conversation, headers);
  else await stream(response, conversation, heard);
  return !kind;
};

/** @type {Record<string, (text: string, conversation: Conversation, headers: Headers) => void>} by content type */
const whole = {
  'text/html': (elements, { el, sent }, headers) =>
    tell('datastar-patch-elements', el, { ...argsOf(headers), elements }, sent),
  'application/json': (signals, { el, sent }, headers) =>
    tell('datastar-patch-signals', el, { ...argsOf(headers), signals }, sent),
  'text/javascript': (code, _, headers) =>
    page.head.append(scriptOf(code, Object.entries(JSON.parse(headers.get('datastar-script-attributes') || '{}')))),
};

/**
 * The arguments of a patch: the header datastar-use-view-transition is useViewTransition.
 *
 * @param {Headers} headers
 */
const argsOf = (headers) => {
  /** @type {import('./lifecycle.js').Args} */
  const args = {};
  headers.forEach((value, name) => {
    if (value && name.startsWith('datastar-')) args[camel(name.slice(9))] = value;
  });
  return args;
};

/** @param {Response} response @param {Conversation} conversation @param {() => void} heard */
const stream = async ({ body }, conversation, heard) => {
  const parse = eventParser(
    (event, args) => event.startsWith('datastar') && tell(event, conversation.el, args, conversation.sent),
    (id) => (conversation.lastId = id),
    (millis) => (conversation.interval = millis),
  );
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    // Whatever was under way when the stream was replaced is older than what replaces it.
    if (done || conversation.signal.aborted) return;
    heard();
    parse(decoder.decode(value, { stream: true }));
  }
};
