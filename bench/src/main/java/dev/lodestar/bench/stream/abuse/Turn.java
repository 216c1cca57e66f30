package dev.lodestar.bench.stream.abuse;

/** What is compared, each for a few seconds in every round. */
enum Turn {
    /** The guest is alone. */
    NOBODY,
    /** The same is done to something other than the server. */
    ELSEWHERE,
    SERVER
}
