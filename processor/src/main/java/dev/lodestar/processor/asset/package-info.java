/**
 * What an application serves without computing anything: its files, the browser client and the pages' shims, hashed and
 * compressed when the application is compiled and written into one table.
 */
@NullMarked
package dev.lodestar.processor.asset;

import org.jspecify.annotations.NullMarked;
