package dev.lodestar.processor.template.place;

/** How a value is written, which depends on its place. */
public enum Escaping {
    /** Between elements: text is escaped, {@code Html} is not. */
    CONTENT,
    /** Where only text is allowed: in a quoted attribute or in {@code <title>}. */
    TEXT,
    /** At the start of a URL, where the value may contain a scheme. */
    URL,
    /** In one of several URLs, where a space or a comma would end it. */
    LISTED_URL,
    /** In the query of a URL. */
    QUERY,
    /** In the query of a URL, for a handler's parameter, which takes the constant of an enum by name. */
    PARAMETER,
    /** In a declaration of CSS. */
    STYLE,
    /** In an expression, as a whole JavaScript literal. */
    LITERAL,
    /** In an expression, next to a name, which a number can continue. */
    NAME,
    /** In an expression for attributes that are not known, where no text is allowed. */
    SETTING,
    /** In an expression, inside a JavaScript string literal. */
    LITERAL_TEXT,
    /** Beside the key of an expression, as a whole JSON value. */
    DATA,
    /** Beside the key of an expression, inside a JSON string. */
    DATA_TEXT
}
