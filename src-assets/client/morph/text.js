// Changes text only where it differs, so that a selection stays.

/**
 * @param {CharacterData} old
 * @param {string} text
 */
export const morphText = (old, text) => {
  const { data } = old;
  let start = 0;
  let end = data.length;
  let textEnd = text.length;
  while (start < end && start < textEnd && data[start] === text[start]) start++;
  while (start < end && start < textEnd && data[end - 1] === text[textEnd - 1]) {
    end--;
    textEnd--;
  }
  // In this order, a selection that ends behind the removed text then ends behind the inserted text.
  if (start < textEnd) old.insertData(start, text.slice(start, textEnd));
  if (start < end) old.deleteData(textEnd, end - start);
};
