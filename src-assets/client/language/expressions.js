// Expressions are JavaScript with two additions: `$path` is a signal and `@name(...)` calls an action. Both are
// rewritten outside of string literals, and the text becomes a Function.

// In order: strings and template literals, comments and regular expressions, signals, action calls, brackets and ends
// of statements.
const TOKENS = new RegExp(
  [
    /(["'\x60])(?:\\.|(?!\1)[^\\])*\1/,
    /\/\*.*?\*\/|(?<=^\s*|[(,=:[!&|?{};]\s*|\breturn\s+)\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+\//,
    /(?<![\w$])\$(\w+(?:[.-]\w+)*)/,
    /@([A-Za-z_]\w*)\s*\(/,
    /([([{])|([)\]}])|(;)/,
  ]
    .map((each) => each.source)
    .join('|'),
  'gs',
);

// A long-lived page sees ever new expressions; today's fit easily.
const REMEMBERED = 2000;

/** @type {Map<string, Function>} */
const compiled = new Map();

/**
 * @param {string} text
 * @param {boolean} returns whether the value of the last statement is used
 * @param {string[]} args names of the arguments besides `el` and `evt`
 * @returns {Function} takes el, $, __action, evt and the args
 */
export const compile = (text, returns, args) => {
  const key = [returns, args, text].join();
  let made = compiled.get(key);
  if (!made) {
    if (compiled.size >= REMEMBERED) compiled.clear();
    const { code, last } = translate(text);
    const body = returns ? code.slice(0, last) + returned(code.slice(last)) : code;
    made = Function('el', '$', '__action', 'evt', ...args, body);
    compiled.set(key, made);
  }
  return made;
};

/** @param {string} statement */
const returned = (statement) => (/^\s*(return\b|$)/.test(statement) ? statement : 'return (' + statement + '\n);');

/**
 * @param {string} text
 * @returns {{code: string, last: number}} the rewritten text, and where its last statement begins
 */
const translate = (text) => {
  const source = text.trim().replace(/[\s;]+$/, '');
  let code = '';
  let from = 0;
  let last = 0;
  let nested = 0;
  for (const token of source.matchAll(TOKENS)) {
    const [whole, quote, signal, action, opens, closes, ends] = token;
    code += source.slice(from, token.index);
    from = token.index + whole.length;
    if (quote === '\x60') code += interpolated(whole);
    else if (signal) code += "$['" + signal.replaceAll('.', "']['") + "']";
    else if (action) code += "__action('" + action + "',evt,";
    else code += whole;
    if (opens || action) nested++;
    if (closes) nested--;
    if (ends && !nested) last = code.length;
  }
  return { code: code + source.slice(from), last };
};

/** @param {string} template a template literal whose interpolations contain no braces */
const interpolated = (template) =>
  template.replace(/\\.|\$\{([^{}]*)\}/gs, (whole, inner) => (inner ? '${' + translate(inner).code + '}' : whole));

/**
 * The source of an expression, for messages.
 *
 * @param {string} text
 */
export const codeOf = (text) => text;

/**
 * The object that a JavaScript text denotes.
 *
 * @param {string} text
 */
export const literal = (text) => Function('return (' + text + ')')();
