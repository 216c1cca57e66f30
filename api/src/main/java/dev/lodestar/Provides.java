package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an object that constructors ask for and that no constructor of its own can make: its type is an interface, or
 * comes from a library, or needs more than {@code new}. The method is static; its parameters are resolved like those of
 * a constructor; it is called once, and must not return null. A constructor gets what
 * it returns if it asks for exactly the type that the method says.
 *
 * <pre>{@code
 * @Provides
 * static Random random() { return new SecureRandom(); }
 * }</pre>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Provides {}
