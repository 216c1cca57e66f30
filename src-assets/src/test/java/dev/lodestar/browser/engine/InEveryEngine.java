package dev.lodestar.browser.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Provides the tests of a class with {@link Tab}s of the engine that {@code -Dbrowser=chromium|firefox|webkit} names.
 * Each parameter of that type is a separate tab, closed after the test. The browser is started when first needed and
 * shared by all test classes, which therefore run one after the other. The tests have the tags {@code browser} and
 * {@code engines}; {@code -Dgroups=engines} runs only these.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@Tag("engines")
@ExtendWith(EngineExtension.class)
public @interface InEveryEngine {}
