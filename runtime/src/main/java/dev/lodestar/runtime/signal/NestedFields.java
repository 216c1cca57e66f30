package dev.lodestar.runtime.signal;

/** Fields of an object that may be nested in another one, or in a list. */
sealed interface NestedFields extends NamedFields permits JsonFields, FormFields {
    /** What precedes a field's name: the path to the object, with a dot at its end if it is not empty. */
    String before();

    /** What follows it: a dot and the index, if the object is one element of a list; otherwise empty. */
    String after();

    @Override
    default String path(String name) {
        return name.isEmpty() ? before().substring(0, Math.max(0, before().length() - 1)) : before() + name + after();
    }

    @Override
    default String label(String name) {
        return "field '" + path(name) + "'";
    }
}
