/** The differential suite: small pages, written from the protocol, that every client must show alike. */
@NullMarked
package dev.lodestar.suite;

import org.jspecify.annotations.NullMarked;
