package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that creates an object for constructors to take. Write one for a type that Lodestar cannot create
 * itself: an interface, a class of a library, or a class that needs more than {@code new}.
 *
 * <pre>{@code
 * @Provides
 * static Random random() { return new SecureRandom(); }
 * }</pre>
 *
 * <p>The method is static and has no type parameters. Its parameters are resolved like those of a constructor. It is
 * called at most once, when the server starts, and must not return null. A constructor gets the object if it takes
 * exactly the type that the method returns. If the object is {@link AutoCloseable}, closing the server closes it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Provides {}
