/**
 * What an application is written with: the annotations that the compiler reads ({@link dev.lodestar.App},
 * {@link dev.lodestar.View}, {@link dev.lodestar.Action}, {@link dev.lodestar.Template}) and the types that its
 * methods take and return ({@link dev.lodestar.Html}, {@link dev.lodestar.Reply}, {@link dev.lodestar.Request},
 * {@link dev.lodestar.Upload}, {@link dev.lodestar.Session}, {@link dev.lodestar.Hub}).
 */
@NullMarked
package dev.lodestar;

import org.jspecify.annotations.NullMarked;
