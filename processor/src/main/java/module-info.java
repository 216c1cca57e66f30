/** Reads an application's annotations and templates, checks them, and writes the code that serves it. */
@SuppressWarnings("requires-automatic")
module dev.lodestar.processor {
    requires java.compiler;
    requires dev.lodestar;
    requires dev.lodestar.assets;
    requires static org.jspecify;
    requires static com.google.auto.service;
    requires com.aayushatharva.brotli4j;
    requires com.github.mustachejava;
    requires com.palantir.javapoet;

    provides javax.annotation.processing.Processor with
            dev.lodestar.processor.LodestarProcessor;
}
