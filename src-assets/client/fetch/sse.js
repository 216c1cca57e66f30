// Reads a text/event-stream in chunks, cut anywhere. CR, LF and CRLF end a line; a blank line dispatches the event.

/**
 * @param {(event: string, args: import('./lifecycle.js').Args) => void} onEvent
 * @param {(id: string) => void} onId
 * @param {(millis: number) => void} onRetry
 * @returns {(chunk: string) => void}
 */
export const eventParser = (onEvent, onId, onRetry) => {
  let rest = '';
  let afterCr = false;
  let event = '';
  /** @type {Map<string, string>} */
  let data = new Map();

  const send = () => {
    if (event) onEvent(event, Object.fromEntries(data));
    event = '';
    data = new Map();
  };

  /** @param {string} line */
  const read = (line) => {
    if (!line) return send();
    const [field, value] = cut(line, ':');
    const text = value.replace(/^ /, '');
    if (field === 'data') add(...cut(text, ' '));
    if (field === 'event') event = text;
    if (field === 'id') onId(text);
    if (field === 'retry' && /^\d+$/.test(text)) onRetry(+text);
  };

  /** @param {string} key @param {string} text */
  const add = (key, text) => {
    const before = data.get(key);
    data.set(key, before === undefined ? text : before + '\n' + text);
  };

  return (chunk) => {
    // A CR at the end of a chunk ended its line; an LF at the beginning of the next belongs to it.
    const lines = (afterCr ? chunk.replace(/^\n/, '') : chunk).split(/\r\n|\r|\n/);
    afterCr = chunk.endsWith('\r');
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? '';
    lines.forEach(read);
  };
};

/**
 * @param {string} text
 * @param {string} mark
 * @returns {[string, string]} the text before the first mark and after it
 */
const cut = (text, mark) => {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};
