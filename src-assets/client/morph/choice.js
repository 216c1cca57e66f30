// Keeps the choice in a select while options come, go and move.

/** @param {any[]} options */
const values = (options) => options.map(({ value }) => value) + '';

/** @param {any} select @param {string} mark a selector for the options to return */
const optionsOf = (select, mark) => [...select.querySelectorAll('option' + mark)];

/**
 * @param {HTMLSelectElement} select
 * @param {() => void} change changes its options
 * @returns {boolean} whether the choice has changed
 */
export const keepChoice = (select, change) => {
  const chosen = [...select.selectedOptions];
  const before = values(chosen);
  const said = values(optionsOf(select, '[selected]'));
  change();
  const options = optionsOf(select, '');
  const says = optionsOf(select, '[selected]');
  // An option that moved to another group is a new element there.
  let wanted = chosen.flatMap((old) => (options.includes(old) ? old : (options.find((each) => each.value === old.value) ?? [])));
  if (said !== values(says) || (chosen.length && !wanted.length)) {
    wanted = says.length || select.multiple ? says : optionsOf(select, ':enabled').slice(0, 1);
  }
  if (chosen.length || said !== values(says)) {
    for (const option of options) if (option.selected !== wanted.includes(option)) option.selected = !option.selected;
  }
  return !!chosen.length && before !== values([...select.selectedOptions]);
};
