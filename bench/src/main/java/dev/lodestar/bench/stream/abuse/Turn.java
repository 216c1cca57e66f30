package dev.lodestar.bench.stream.abuse;

/** One of the things that are compared, each for a few seconds in each round. */
enum Turn {
    /** The guest is alone. */
    NOBODY,
    /** The same is done to something else than the server. */
    ELSEWHERE,
    SERVER
}
