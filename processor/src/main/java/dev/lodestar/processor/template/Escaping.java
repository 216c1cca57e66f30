package dev.lodestar.processor.template;

/** How a value is written, which depends on where it stands. */
enum Escaping {
    /** Between elements: text is escaped, {@code Html} stands as it is. */
    CONTENT,
    /** Where only text can stand, in a quoted attribute or in {@code <title>}. */
    TEXT,
    /** At the start of a URL, where the value may bring a scheme. */
    URL,
    /** In one of several URLs, where a space or a comma would end it. */
    LISTED_URL,
    /** In the query of a URL. */
    QUERY,
    /** The same, for a handler's parameter, which takes a constant of an enum by its name. */
    PARAMETER,
    /** In a declaration of CSS. */
    STYLE,
    /** In an expression, as a whole JavaScript literal. */
    LITERAL,
    /** In an expression, next to a name, of which a number can be a part. */
    NAME,
    /** In an expression for attributes that are not known, where no text can stand. */
    SETTING,
    /** In an expression, inside of a JavaScript string literal. */
    LITERAL_TEXT,
    /** Beside an expression of the module, as a whole JSON value. */
    DATA,
    /** The same, inside of a JSON string. */
    DATA_TEXT
}
