// Reads a text/event-stream as it comes, cut anywhere. CR, LF and CRLF end a line; a blank line sends the event.

const LINE_END = /\r\n|\r|\n/g;

export class EventParser {
  /**
   * @param {(event: string, args: import('./lifecycle.js').Args) => void} onEvent
   * @param {(id: string) => void} onId
   * @param {(millis: number) => void} onRetry
   */
  constructor(onEvent, onId, onRetry) {
    this.onEvent = onEvent;
    this.onId = onId;
    this.onRetry = onRetry;
    this.rest = '';
    this.afterCr = false;
    this.event = '';
    /** @type {Map<string, string[]>} */
    this.data = new Map();
  }

  /** @param {string} chunk */
  push(chunk) {
    if (!chunk) return;
    // A CR at the end of a chunk has ended its line; the LF that may follow belongs to it.
    let from = this.afterCr && chunk[0] === '\n' ? 1 : 0;
    this.afterCr = chunk.endsWith('\r');
    LINE_END.lastIndex = from;
    for (let end = LINE_END.exec(chunk); end; end = LINE_END.exec(chunk)) {
      const line = this.rest + chunk.slice(from, end.index);
      from = end.index + end[0].length;
      this.rest = '';
      this.line(line);
      LINE_END.lastIndex = from;
    }
    this.rest += chunk.slice(from);
  }

  /** @param {string} line */
  line(line) {
    if (!line) return this.send();
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
    if (field === 'data') this.add(value);
    else if (field === 'event') this.event = value;
    else if (field === 'id') this.onId(value);
    else if (field === 'retry' && /^\d+$/.test(value)) this.onRetry(+value);
  }

  /** @param {string} value `<key> <value>` */
  add(value) {
    const space = value.indexOf(' ');
    const key = space < 0 ? value : value.slice(0, space);
    const lines = this.data.get(key);
    const text = space < 0 ? '' : value.slice(space + 1);
    if (lines) lines.push(text);
    else this.data.set(key, [text]);
  }

  send() {
    const { event, data } = this;
    this.event = '';
    this.data = new Map();
    if (event) this.onEvent(event, Object.fromEntries([...data].map(([key, lines]) => [key, lines.join('\n')])));
  }
}
