package dev.lodestar.processor.diagnostic;

import java.util.Locale;

/** The rules that an application must follow. Their codes are stable, since people search for them. */
public enum Rule {
    /** The processor has no bugs; this one is not the application's fault. */
    INTERNAL_ERROR,
    /** The application's files can be read, and the generated files can be written. */
    INPUT_OUTPUT,
    /** Everything that annotations and signatures refer to exists. */
    UNKNOWN_TYPE,
    /** The compilation that writes {@code Main} includes every class of the application. */
    PARTIAL_COMPILATION,
    /** A compilation with handlers has exactly one {@code @App} class. */
    ONE_APP,
    /** {@code @App} is on a class that generated code can create an object of. */
    APP_CLASS,
    /** An application has a view. Breaking this rule is a warning. */
    NO_VIEW,
    /** The application has no classes with the names of generated ones, such as {@code Main}. */
    NAME_TAKEN,
    /** The values of {@code @App} are valid. */
    APP_VALUE,
    /** An application with stored sessions opens a store. */
    STORED_SESSIONS,
    /** The Content-Security-Policy directives of {@code @App} are valid and keep pages working and safe. */
    CSP,
    /** Whatever generated code refers to is visible to it. */
    NOT_VISIBLE,
    /** A handler is an instance method, neither abstract nor generic, of a class that can be instantiated. */
    HANDLER_METHOD,
    /** A handler class has exactly one method with the name that its annotation stands for. */
    HANDLER_CLASS,
    /** A view returns a template record or {@code Html}. */
    VIEW_RESULT,
    /** A view does not return {@code String}. */
    STRING_VIEW,
    /** An action returns {@code void} or a {@code Reply}. */
    ACTION_RESULT,
    /** The path of a view is valid and not reserved. */
    VIEW_PATH,
    /** The name of an action is valid. */
    ACTION_NAME,
    /** No two views have the same path. */
    DUPLICATE_PATH,
    /** No two actions have the same name. */
    DUPLICATE_ACTION,
    /** No two names become the same generated constant. */
    SAME_CONSTANT,
    /** {@code refresh}, {@code @Connected} and {@code @Disconnected} name views that exist. */
    UNKNOWN_VIEW,
    /** {@code reads} names prefixes of keys in the store. */
    VIEW_READS,
    /** A handler takes only what a request can supply. */
    PARAMETER,
    /** A limit fits the type that it is on, and accepts some values but not all. */
    LIMIT,
    /** The name of a signal is valid. */
    SIGNAL_NAME,
    /** {@code @Query}, {@code @Signal} and limits are only on parameters that a request fills. */
    STRAY_PARAMETER,
    /** Methods and constructors that generated code calls throw only {@code Exception}s and {@code Error}s. */
    THROWN,
    /** {@code @Every} has an interval, and its method has the right signature. */
    EVERY,
    /** {@code @Connected} and {@code @Disconnected} methods return and require what they may. */
    CALLBACK,
    /** {@code @Provides} is on a static method whose result nothing else makes. */
    PROVIDES,
    /** There is an object for every constructor parameter. */
    UNKNOWN_DEPENDENCY,
    /** Objects do not need each other in a cycle. */
    DEPENDENCY_CYCLE,
    /** {@code @Template} is on a record. */
    TEMPLATE_RECORD,
    /** {@code @Format} fits the type that it is on. */
    FORMAT,
    /** The template exists. */
    MISSING_TEMPLATE,
    /** Every template is used. Breaking this rule is a warning. */
    UNUSED_TEMPLATE,
    /**
     * List items with form controls have keys, so that what people type stays with its item. Breaking it is a warning.
     */
    KEYLESS_LIST,
    /** The template is valid. */
    TEMPLATE,
    /** The asset exists. */
    MISSING_ASSET,
    /** The assets can be read. */
    ASSET_FILE,
    /** What an asset refers to exists. */
    ASSET_LINK,
    /** The URL of an asset is not that of anything else. */
    ASSET_COLLISION;

    /** The code that messages begin with: {@code duplicate-path}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
