/**
 * What you write an application with: the annotations that the compiler reads, and the types that the annotated methods
 * take and return.
 *
 * <ul>
 *   <li>{@link dev.lodestar.App}, {@link dev.lodestar.View}, {@link dev.lodestar.Action} and
 *       {@link dev.lodestar.Template} are enough for a first application; {@link dev.lodestar.Every},
 *       {@link dev.lodestar.Connected}, {@link dev.lodestar.Disconnected} and {@link dev.lodestar.Provides} declare
 *       what else the server calls.
 *   <li>{@link dev.lodestar.Query} and {@link dev.lodestar.Signal} mark parameters that a request fills, which
 *       {@link dev.lodestar.Size}, {@link dev.lodestar.Min} and others limit.
 *   <li>{@link dev.lodestar.Request}, {@link dev.lodestar.Session} and {@link dev.lodestar.Upload} are what a handler
 *       gets, {@link dev.lodestar.Html} and {@link dev.lodestar.Reply} what it returns.
 *   <li>{@link dev.lodestar.Hub} refreshes views; {@link dev.lodestar.Config} and {@link dev.lodestar.Limits} are the
 *       settings of a server.
 * </ul>
 *
 * <p>Unless a method says otherwise, parameters and results are never null.
 */
@NullMarked
package dev.lodestar;

import org.jspecify.annotations.NullMarked;
