/**
 * What an application serves without computing anything: its files, the browser client and the shims of its pages. They
 * are hashed, compressed and written into one table when the application is compiled.
 */
@NullMarked
package dev.lodestar.processor.asset;

import org.jspecify.annotations.NullMarked;
