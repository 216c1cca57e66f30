package dev.lodestar.processor.diagnostic;

import java.util.Locale;

/** The rules of an application. Their codes are stable: people search for them. */
public enum Rule {
    /** Not the application's fault: the processor met what it was not made for. */
    INTERNAL_ERROR,
    /** The files that are named can be read, and the generated ones written. */
    INPUT_OUTPUT,
    /** What annotations and signatures name exists. */
    UNKNOWN_TYPE,
    /** Every class of the application takes part in the compilation that writes its {@code Main}. */
    PARTIAL_COMPILATION,
    /** A compilation has one {@code @App} class. */
    ONE_APP,
    /** {@code @App} stands on a class that generated code can name. */
    APP_CLASS,
    /** An application has a view; otherwise a warning. */
    NO_VIEW,
    /** The compiler writes {@code Main} and its companions; the application must not have classes of these names. */
    NAME_TAKEN,
    /** {@code @App} and its values. */
    APP_VALUE,
    /** There is a store for sessions that are to be kept. */
    STORED_SESSIONS,
    /** The directives that {@code @App} sets in the pages' policy. */
    CSP,
    /** What generated code calls must be reachable from it. */
    NOT_VISIBLE,
    /** A handler is an instance method, neither abstract nor generic, of a class that can be made. */
    HANDLER_METHOD,
    /** A handler class has the one method that its annotation means. */
    HANDLER_CLASS,
    /** A view returns a template record or {@code Html}. */
    VIEW_RESULT,
    /** A view does not return {@code String}. */
    STRING_VIEW,
    /** An action returns nothing or a {@code Reply}. */
    ACTION_RESULT,
    /** What a path may look like. */
    VIEW_PATH,
    /** What an action's name may look like. */
    ACTION_NAME,
    /** A path belongs to one view. */
    DUPLICATE_PATH,
    /** A name belongs to one action. */
    DUPLICATE_ACTION,
    /** Names differ in the constants that are generated for them, too. */
    SAME_CONSTANT,
    /** What names views names some that exist. */
    UNKNOWN_VIEW,
    /** {@code reads} names prefixes of keys. */
    VIEW_READS,
    /** What a handler may take. */
    PARAMETER,
    /** A limit stands on a value that it is for, and lets some value pass. */
    LIMIT,
    /** What a signal's name may look like. */
    SIGNAL_NAME,
    /** {@code @Query} and {@code @Signal} stand on parameters of handlers. */
    STRAY_PARAMETER,
    /** What generated code calls throws nothing beyond {@code Exception}. */
    THROWN,
    /** What {@code @Every} may say, and what its method may look like. */
    EVERY,
    /** What {@code @Connected} and {@code @Disconnected} methods may require and return. */
    CALLBACK,
    /** What {@code @Provides} may stand on. */
    PROVIDES,
    /** Every constructor parameter can be made. */
    UNKNOWN_DEPENDENCY,
    /** Objects do not need each other in a circle. */
    DEPENDENCY_CYCLE,
    /** {@code @Template} stands on a record. */
    TEMPLATE_RECORD,
    /** {@code @Format} can write what it stands on. */
    FORMAT,
    /** The template exists. */
    MISSING_TEMPLATE,
    /** Every template is used; otherwise a warning. */
    UNUSED_TEMPLATE,
    /** What people type into the items of a list stays with its item; otherwise a warning. */
    KEYLESS_LIST,
    /** The template is right. */
    TEMPLATE,
    /** The asset exists. */
    MISSING_ASSET,
    /** The assets can be read. */
    ASSET_FILE,
    /** What an asset refers to exists. */
    ASSET_LINK,
    /** An asset is in the way of nothing else. */
    ASSET_COLLISION;

    /** The code as messages show it: {@code duplicate-path}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
