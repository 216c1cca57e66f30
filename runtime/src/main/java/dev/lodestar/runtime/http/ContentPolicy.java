package dev.lodestar.runtime.http;

/** What a page lets its browser load and run: the value of its {@code Content-Security-Policy}. */
public final class ContentPolicy {
    /**
     * Scripts are what matters. Pictures, sound, films, fonts and frames may come from any secure site, as in what people
     * write for each other. Styles may stand in the markup, since templates write values into {@code style} attributes.
     */
    private static final String OTHERS =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:;"
                    + " media-src 'self' data: blob: https:; font-src 'self' data: https:; frame-src 'self' https:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; ";

    private ContentPolicy() {}

    /** The directive for scripts. */
    public static String scripts(boolean unsafeEval) {
        return "script-src 'self'" + (unsafeEval ? " 'unsafe-eval'" : "");
    }

    static String of(boolean unsafeEval) {
        return OTHERS + scripts(unsafeEval);
    }
}
