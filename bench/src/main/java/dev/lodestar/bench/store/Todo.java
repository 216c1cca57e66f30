package dev.lodestar.bench.store;

/** A todo as stored. */
record Todo(String title, boolean done, long version) {
    /** A todo that equals no other version. */
    static Todo of(long version) {
        return new Todo("Measure what a commit costs, and what a library alone takes", version % 2 == 0, version);
    }
}
