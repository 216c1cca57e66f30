// Attribute names: data-<plugin>[:<key>][__<modifier>[.<tag>...]]...

/** @typedef {Record<string, string[] | undefined>} Modifiers the tags of each modifier */
/** @typedef {{plugin: string, key: string, mods: Modifiers}} Name */

/**
 * @param {string} attribute a name that starts with "data-"
 * @returns {Name}
 */
export const parseName = (attribute) => {
  const [head, ...modifiers] = attribute.slice(5).split('__');
  const [plugin, ...key] = head.split(':');
  const mods = Object.fromEntries(modifiers.map((each) => each.split('.')).map(([modifier, ...tags]) => [modifier, tags]));
  return { plugin, key: key.join(':'), mods };
};

/** @param {string} name */
export const kebab = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

/** @param {string} name */
export const camel = (name) => kebab(name).replace(/-+(.)/g, (_, letter) => letter.toUpperCase());

/** @type {Record<string, (name: string) => string>} */
const casings = {
  camel,
  kebab,
  snake: (name) => kebab(name).replaceAll('-', '_'),
  pascal: (name) => camel(name).replace(/(^|\.)./g, (start) => start.toUpperCase()),
};

/**
 * HTML lowercases attribute names, so keys are in kebab case and mean what their plugin or `__case` says.
 *
 * @param {string} key
 * @param {Modifiers} mods
 * @param {'camel' | 'kebab'} usual
 */
export const cased = (key, mods, usual) => casings[mods.case?.[0] ?? usual]?.(key) ?? key;

/**
 * @param {string[] | undefined} tags one of them may be a time: 500ms, 1s, or a bare number of milliseconds
 * @param {number} fallback
 */
export const millis = (tags, fallback) => {
  const time = /\b(\d+)(m?s)?\b/.exec('' + tags);
  return time ? +time[1] * (time[2] === 's' ? 1000 : 1) : fallback;
};
